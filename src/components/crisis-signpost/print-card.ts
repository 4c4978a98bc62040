import type {CrisisEntry} from '@held-spaces/domain/crisis';
import {msg, str} from '@lit/localize';
import {textWords} from '../../internal/crisis-strip-words.js';
import {coreFor, optionWords, sentences} from '../../internal/crisis-words.js';
import {draw, e} from '../../internal/plain-drawing.js';
import {dateWords} from '../../internal/words.js';
import type {ContactWords} from './contact-words.js';

export type CardSize = 'small' | 'large';

/** A card to keep in a wallet is 85 x 54 mm, like the ones beside it; the page is A5. */
const sheets: Readonly<Record<CardSize, string>> = {
  small:
    '@page{size:85mm 54mm;margin:3mm}body{font-size:6.5pt;line-height:1.2}ul{columns:2}b{font-size:11pt}h1{font-size:9pt}p.for{display:none}p.mine{margin:1mm 0}',
  large:
    '@page{size:A5;margin:12mm}body{font-size:11pt}b{font-size:17pt}h1{font-size:19pt}li{padding:2mm 0;border-top:1pt solid}',
};

/**
 * Prints the lines on a card. It is drawn in a frame of its own, so that nothing else of the host's page is on it, and
 * nothing is fetched: the frame is empty, and the words are those on the page.
 */
export function printCard(
  size: CardSize,
  lines: readonly CrisisEntry[],
  about: Readonly<Record<string, ContactWords>>,
  foot: readonly string[],
): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const page = view.document;
  page.title = title();
  page.documentElement.lang = document.documentElement.lang;
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(
      `*{margin:0;padding:0;list-style:none}body{font-family:sans-serif;line-height:1.3}li{break-inside:avoid}p.mine{margin:1em 0}${sheets[size]}`,
    );
    page.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 has no such sheets. The words and numbers are printed as a plain page.
  }
  draw(page.body, [
    e('h1', title()),
    e(
      'ul',
      lines.map(contact => line(contact, about[contact.id])),
    ),
    e('p.mine', `${msg('Someone I trust:', {id: 'crisis.print.mine'})} ____________________`),
    e('p', sentences(...foot, made())),
  ]);
  view.addEventListener('afterprint', () => {
    frame.remove();
  });
  view.print();
}

const line = (contact: CrisisEntry, about: ContactWords | undefined) =>
  e(
    'li',
    sentences(contact.name, optionWords(contact)),
    e('p.for', about?.for ?? coreFor()[contact.id]),
    contact.phone && e('p', e('b', contact.phone)),
    contact.text && e('p', e('b', textWords(contact.text.number, contact.text.keyword))),
  );

const title = () => msg('People to turn to', {id: 'crisis.print.title'});

function made() {
  const date = dateWords(new Date(Date.now()));
  return msg(str`Made on: ${date}`, {id: 'crisis.print.made'});
}
