import {coreContacts} from '@held-spaces/domain/crisis';
import type {Nation} from '@held-spaces/domain/vocabularies';
import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {render} from 'lit/html.js';
import {addStyles, css} from '../../../internal/css.js';
import {madeOn, timesNote, type LeafletEntry} from './leaflet-words.js';
import type * as qrCode from './qr-code.js';

/**
 * A plain leaflet. A page prints whole, and a widget cannot reach what stands around it, so the leaflet is put into the
 * page for as long as it takes to print it, in a shadow root of its own, and everything else steps aside.
 */

const leafletStyles = css`
  :host {
    display: none;
  }

  @media print {
    :host {
      display: block !important;
      font:
        11pt/1.45 system-ui,
        sans-serif;
      color: #000;
      background: #fff;
      text-align: start;
    }
  }

  * {
    margin: 0;
    padding: 0;
  }

  h1 {
    font-size: 18pt;
  }

  h2 {
    font-size: 13pt;
  }

  ul {
    list-style: none;
  }

  section {
    break-inside: avoid;
    margin-block-start: 6mm;
    padding-block-start: 4mm;
    border-block-start: 0.3mm solid #000;
  }

  .reach {
    font-weight: 600;
    margin-block: 1.5mm;
    overflow-wrap: anywhere;
  }

  .times {
    margin-block-end: 1.5mm;
  }

  .facts {
    white-space: pre-line;
  }

  .small {
    font-size: 9.5pt;
  }

  .page {
    display: flex;
    gap: 5mm;
    align-items: center;
  }

  .qr {
    flex: none;
    inline-size: 32mm;
    block-size: 32mm;
  }

  .address {
    overflow-wrap: anywhere;
  }

  .notes {
    block-size: 36mm;
    background: repeating-linear-gradient(#fff 0 8.7mm, #777 8.7mm 9mm);
    print-color-adjust: exact;
  }
`;

/** Hides what else is in the page, while the leaflet is in it. */
const asideStyles = '@media print { body > :not(held-print-leaflet) { display: none !important; } }';

export interface Leaflet {
  readonly entries: readonly LeafletEntry[];
  /** The page's own address, for the code. */
  readonly address: string;
  readonly nation: Nation | undefined;
  readonly now: Date;
  /** Missing where it could not be had: the leaflet then gives the address in words alone. */
  readonly qr: typeof qrCode | undefined;
}

const lines = (items: readonly string[], className: string) =>
  items.length
    ? html`<ul class=${className}>
        ${items.map(item => html`<li>${item}</li>`)}
      </ul>`
    : nothing;

/** The leaflet's content. */
export function leaflet({entries, address, nation, now, qr}: Leaflet): TemplateResult {
  const label = msg('Scan to open this page on a phone', {id: 'finder.print.qr'});
  return html`
    <h1>${msg('Safe spaces', {id: 'finder.print.title'})}</h1>
    <p>${madeOn(now)} <span class="small">${timesNote()}</span></p>
    ${entries.map(
      ({name, kind, reach, times, facts}) =>
        html`<section>
          <h2>${name}</h2>
          <p>${kind}</p>
          ${lines(reach, 'reach')} ${lines(times, 'times')} ${lines(facts, 'facts')}
        </section>`,
    )}
    <section>
      <h2>${msg('If you need someone now', {id: 'finder.print.crisis'})}</h2>
      ${lines(
        coreContacts(nation).map(
          line => `${line.name}: ${[line.phone, line.text && textWords(line.text)].filter(Boolean).join(', ')}`,
        ),
        'reach',
      )}
    </section>
    <section>
      <h2>${msg('My notes', {id: 'finder.print.notes'})}</h2>
      <div class="notes"></div>
    </section>
    <section class="page">
      ${qr ? qr.qrDrawing(address, label) : nothing}
      <div>
        ${qr ? html`<p>${label}</p>` : nothing}
        <p class="address">${address}</p>
        <p class="small">${msg('The code holds no choice of yours and no place.', {id: 'finder.print.qr.note'})}</p>
      </div>
    </section>
  `;
}

const textWords = ({number, keyword}: {readonly number: string; readonly keyword?: string}) =>
  keyword
    ? msg(str`Text ${keyword} to ${number}`, {id: 'finder.details.text.keyword'})
    : msg(str`Text ${number}`, {id: 'finder.details.text'});

/** Hides the rest of the page on paper, until what it returns is called. */
function setAside(): () => void {
  if (!('adoptedStyleSheets' in document)) {
    // Safari before 16.4. A policy that forbids it there leaves the page to be printed after the leaflet.
    const style = Object.assign(globalThis.document.createElement('style'), {textContent: asideStyles});
    globalThis.document.head.append(style);
    return () => style.remove();
  }
  // A sheet that is made, and not written into the page, is within a strict policy.
  const aside = new CSSStyleSheet();
  aside.replaceSync(asideStyles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, aside];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== aside);
  };
}

let takeAway: () => void = () => undefined;

/**
 * Prints a leaflet, and takes it out of the page at the next thing that the person does there: `afterprint` comes on some
 * phones before the page has been taken down for the printer.
 *
 * @param print Stands in for the window's own.
 */
export function printLeaflet(content: TemplateResult, print: () => void = () => window.print()): void {
  takeAway();
  const element = document.createElement('held-print-leaflet');
  element.lang = document.documentElement.lang;
  const root = element.attachShadow({mode: 'open'});
  addStyles(root, [leafletStyles]);
  render(content, root);
  const showAll = setAside();
  document.body.append(element);
  const events = ['pointerdown', 'keydown'];
  takeAway = () => {
    element.remove();
    showAll();
    for (const event of events) window.removeEventListener(event, takeAway, true);
    takeAway = () => undefined;
  };
  const remove = takeAway;
  window.addEventListener(
    'afterprint',
    () => {
      for (const event of events) window.addEventListener(event, remove, {capture: true, once: true});
    },
    {once: true},
  );
  print();
}
