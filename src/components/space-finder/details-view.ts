import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {css} from '../../internal/css.js';
import {freshness} from '@held-spaces/domain/freshness';
import type {Weekday} from '@held-spaces/domain/london-time';
import {weekOf, type ListedSpan} from '@held-spaces/domain/opening-week';
import type {Space} from '@held-spaces/domain/space';
import {disclosureTopics} from '@held-spaces/domain/vocabularies';
import {heading} from '../../internal/heading.js';
import {olderIcon, toldIcon, wayInIcon} from '../../internal/fact-icons.js';
import {placeIcon} from '../../internal/first-icons.js';
import {elsewhereIcon, letterIcon, mapIcon, notKnownIcon} from '../../internal/more-icons.js';
import {partialDateWords} from '../../internal/words.js';
import {fact, reachButtons} from './card.js';
import {distanceWords, kindWords} from './card-words.js';
import {asks, ifYouGo, onceThere, row, seesDistress} from './details-facts.js';
import {wrong} from './details-wrong.js';
import {directionsLink} from './directions.js';
import {answerWords, questionWords} from './disclosure-words.js';
import {wayInWords} from './fact-words.js';
import {mailLink, webLink} from './links.js';
import type {OpenedView} from './opened-space.js';
import {spanWords} from './unknown-hours.js';

export {webLink} from './links.js';

/** All that is known of one space, the known facts first, then what could be asked. Loaded when a space is opened. */

export const styles = css`
  .rows {
    border-block-start: 1px solid var(--_line);
  }

  .rows > div {
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  dt {
    font-weight: 600;
  }

  .section > * + * {
    margin-block-start: var(--_space-3);
  }

  .asks li {
    padding-inline-start: var(--_space-4);
    position: relative;
  }

  .asks li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.6em;
    inline-size: 0.375em;
    block-size: 0.375em;
    border-radius: 50%;
    background: var(--_edge);
  }

  .details > * + * {
    margin-block-start: var(--_space-4);
  }

  .details > .section {
    margin-block-start: var(--_space-6);
  }

  .rows li + li {
    margin-block-start: var(--_space-1);
  }

  .wrong > .section {
    padding-block: var(--_space-3);
  }

  .wrong summary {
    justify-content: start;
  }

  .wrong summary .icon {
    margin-inline-start: 0;
  }

  @container held (min-width: 56em) {
    .rows > div {
      display: grid;
      grid-template-columns: 14em 1fr;
      gap: var(--_space-4);
    }
  }

  @media print {
    /* Black words on a black ground, where a browser prints grounds. */
    .button.main {
      background: none;
    }

    .button[href^='http'] {
      text-align: start;
    }

    .button[href^='http']::after {
      content: attr(href);
      font-weight: 400;
    }

    .rows > div,
    .details .panel {
      break-inside: avoid;
    }
  }
`;

const days: Readonly<Record<Weekday, () => string>> = {
  MO: () => msg('Monday', {id: 'common.day.monday'}),
  TU: () => msg('Tuesday', {id: 'common.day.tuesday'}),
  WE: () => msg('Wednesday', {id: 'common.day.wednesday'}),
  TH: () => msg('Thursday', {id: 'common.day.thursday'}),
  FR: () => msg('Friday', {id: 'common.day.friday'}),
  SA: () => msg('Saturday', {id: 'common.day.saturday'}),
  SU: () => msg('Sunday', {id: 'common.day.sunday'}),
};

/** One listed opening with its notes. */
function listedSpan(span: ListedSpan) {
  const words = spanWords(span);
  const {notes, closesNextDay, isAllDay} = span;
  const time =
    words && closesNextDay && !isAllDay ? msg(str`${words} the next day`, {id: 'finder.hours.range.next-day'}) : words;
  return [time, notes && msg(str`In their words: ${notes}`, {id: 'finder.hours.said'})].filter(Boolean).join('. ');
}

/** The week as listed, a day a line; days that nobody listed are not said to be closed. */
export function weekLines({schedules}: Pick<Space, 'schedules'>, now: Date): readonly string[] {
  const week = weekOf(schedules, now);
  const listed = week.days.filter(({spans}) => spans.length);
  return [
    ...listed.map(({weekday, spans}) => `${days[weekday]()}: ${spans.map(listedSpan).join('; ')}`),
    ...week.anyDay.map(listedSpan),
  ];
}

function hoursRows(space: Space, now: Date): TemplateResult | typeof nothing {
  if (!space.schedules.length) return nothing;
  return html`<ul>
    ${weekLines(space, now).map(line => html`<li>${line}</li>`)}
    <li class="small soft">
      ${msg('All times are UK time.', {id: 'finder.hours.uk-time'})}
      ${msg('Bank holiday times may be different.', {id: 'finder.hours.holidays'})}
    </li>
  </ul>`;
}

function addressWords({location, areaServed}: Space): string | undefined {
  const {line1, locality, postcode} = location?.address ?? {};
  const address = [line1, locality, postcode].filter(Boolean).join(', ');
  return address || location?.area || areaServed.region;
}

/** How to reach them, each way a link that says where it goes. */
function reach(space: Space): TemplateResult {
  const {phone, text, email, website} = space.contact;
  const web = website && webLink(website);
  const mail = email && mailLink(email);
  const directions = directionsLink(space);
  return html`<div class="actions">
      ${reachButtons(space, space.name, true)}
      ${
        directions
          ? html`<a
              class="button no-print"
              href=${directions}
              target="_blank"
              rel="noopener noreferrer"
              referrerpolicy="no-referrer"
              >${mapIcon()} ${msg('Get directions', {id: 'finder.details.directions'})}</a
            >`
          : nothing
      }
      ${
        web
          ? html`<a class="button" href=${web} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
              >${elsewhereIcon()} ${msg('Go to their website', {id: 'finder.details.website'})}</a
            >`
          : nothing
      }
      ${
        mail
          ? html`<a class="button" href=${mail}
              >${letterIcon()} ${msg(str`Email ${email}`, {id: 'finder.details.email'})}</a
            >`
          : nothing
      }
    </div>
    ${
      directions
        ? html`<p class="small soft no-print">
            ${msg('This opens a map website. That website will know where you want to go.', {
              id: 'finder.details.directions.note',
            })}
          </p>`
        : nothing
    }
    ${
      space.location?.precision === 'area'
        ? html`<p>
            ${msg('The address is private, to keep people safe. Get in touch and they will tell you.', {
              id: 'finder.details.address.private',
            })}
          </p>`
        : nothing
    }
    ${
      phone || text || mail
        ? nothing
        : html`<p>
            ${
              web
                ? msg('We have no way to reach them. Their website may have one.', {
                    id: 'finder.details.contact.unknown',
                  })
                : msg('We have no way to reach them.', {id: 'finder.details.contact.none'})
            }
          </p>`
    }`;
}

/** How old the facts are, in sight before any of them. */
function age({provenance}: Space, now: Date, staleAfterDays: number) {
  const {checked, sample} = provenance;
  const isOld = freshness(provenance, now, staleAfterDays) === 'old';
  const when = !checked
    ? msg('We do not know when this was last checked. Please ask before you go.', {id: 'finder.fresh.unknown'})
    : sample
      ? msg(str`Sample. Read from a public page of: ${partialDateWords(checked)}`, {id: 'finder.fresh.sample'})
      : msg(str`Last checked: ${partialDateWords(checked)}`, {id: 'finder.fresh.checked'});
  return html`<div class="panel with-icon">
    ${olderIcon()}
    <div>
      <p class="label">${when}</p>
      ${
        isOld
          ? html`<p>
              ${msg('This was checked a long time ago. Things may have changed. Please ask before you go.', {
                id: 'finder.fresh.old',
              })}
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

/** Who might be told: the whole table once any answer is known, one sentence and a question to ask while none is. */
function told({disclosure: {answers, words}, provenance}: Space, level: number) {
  const isKnown = Object.keys(answers).length > 0;
  return html`<div class="panel section">
    <div class="with-icon">
      ${toldIcon()}
      ${heading(level + 1, msg('Who might be told, and when', {id: 'finder.told.title'}), {className: 'small-heading'})}
    </div>
    ${
      isKnown
        ? html`<p>
              ${msg(
                "Some spaces may tell others what you say, if they fear for your life or someone else's. Here is what this space says.",
                {id: 'finder.told.intro'},
              )}
            </p>
            <dl class="rows">
              ${disclosureTopics.map(topic =>
                row(
                  questionWords[topic](),
                  html`<span class="with-icon"
                    >${answers[topic] ? nothing : notKnownIcon()} ${answerWords(topic, answers[topic])}</span
                  >`,
                ),
              )}
            </dl>`
        : html`<p>
            ${msg(
              "This space has not told us. You can ask: 'Who might you tell, and when?' You can ask before you say your name.",
              {id: 'finder.told.unknown-all'},
            )}
          </p>`
    }
    ${words ? html`<p>${msg(str`What we read on a public page: ${words}`, {id: 'finder.told.read'})}</p>` : nothing}
    <p class="small soft">
      ${msg('In rare cases the law may make a space tell someone, even if it says it will not.', {
        id: 'finder.told.law',
      })}
      ${
        isKnown && provenance.checked
          ? msg(str`This is what the space says. Checked: ${partialDateWords(provenance.checked)}`, {
              id: 'finder.told.said-by',
            })
          : nothing
      }
    </p>
  </div>`;
}

/** Who says all this. */
function sources({provenance: {source, url, note}}: Space) {
  const page = url && webLink(url);
  return html`<p class="small soft">
    ${msg(str`This comes from: ${source}`, {id: 'finder.fresh.source'})}.
    ${
      page
        ? html`<a href=${page} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
            >${msg('Read the page it comes from', {id: 'finder.fresh.page'})}</a
          >`
        : nothing
    }
    ${note ?? nothing}
  </p>`;
}

/** Everything after the name of the space. */
export function detailsView(view: OpenedView): TemplateResult {
  const {result, space, now, level, unit, staleAfterDays, evaluate, tools} = view;
  const card = result.space;
  const address = space && addressWords(space);
  return html`
    <p class="soft">
      ${kindWords(card)}${
        card.organization
          ? html`. ${msg(str`Run by: ${card.organization.name}`, {id: 'finder.details.run-by'})}`
          : nothing
      }
    </p>
    ${card.summary ? html`<p>${card.summary}</p>` : nothing}
    <ul class="now">
      ${view.part?.hoursFact(result, view)}
      ${fact(placeIcon(), [address, distanceWords(card, result.distanceKm, unit)].filter(Boolean).join('. '))}
      ${card.waysIn.length ? fact(wayInIcon(), wayInWords(card)) : nothing}
    </ul>
    ${
      space
        ? html`${reach(space)} ${tools?.onDetails(result)} ${age(space, now, staleAfterDays)}
          ${ifYouGo(space, now, hoursRows(space, now), level + 1, view.back)} ${onceThere(space, level + 1)}
          ${told(space, level)} ${asks(space, level + 1)} ${seesDistress(space, level + 1)}`
        : html`<div class="actions">${reachButtons(card, card.name, true)}</div>
            ${tools?.onDetails(result)}`
    }
    <div class="section">
      ${heading(level + 1, msg('What people who went found', {id: 'finder.details.evaluations'}), {
        className: 'small-heading',
      })}
      ${space?.evaluations && view.found ? view.found.foundWords(space.evaluations, level + 2) : nothing}
      <p>
        ${
          space?.evaluations || card.evaluations
            ? nothing
            : msg('Fewer than 5 people have told us yet. It does not mean that the space is good or bad.', {
                id: 'evaluation.shown.none.few',
              })
        }
        ${
          evaluate
            ? html`<button type="button" class="link no-print" @click=${evaluate}>
                ${msg('Say how it was for you', {id: 'finder.details.evaluate'})}
              </button>`
            : nothing
        }
      </p>
    </div>
    ${space ? html`${sources(space)} ${wrong(space, view)}` : nothing}
  `;
}
