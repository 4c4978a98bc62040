import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {Space} from '@held-spaces/domain/space';
import {downIcon} from '../../internal/first-icons.js';
import {elsewhereIcon, letterIcon} from '../../internal/more-icons.js';
import {mailLink, webLink} from './links.js';
import type {OpenedView} from './opened-space.js';

/**
 * Telling whoever keeps the list that something in it is wrong. Nothing is sent from here: it is an e-mail that the person
 * reads and sends themselves, or a page of the operator's. Where the directory names neither, that is said.
 */

const reasons = {
  closed: () => msg('It has closed', {id: 'finder.wrong.closed'}),
  hours: () => msg('The times are wrong', {id: 'finder.wrong.hours'}),
  contact: () => msg('The phone, email or website is wrong', {id: 'finder.wrong.contact'}),
  place: () => msg('The place is wrong', {id: 'finder.wrong.place'}),
  access: () => msg('The access details are wrong', {id: 'finder.wrong.access'}),
  told: () => msg('What it says about who might be told is wrong', {id: 'finder.wrong.told'}),
  'not-safe': () => msg('It did not feel safe there', {id: 'finder.wrong.not-safe'}),
  address: () => msg('It shows an address that must be private', {id: 'finder.wrong.address'}),
  other: () => msg('Something else', {id: 'finder.wrong.other'}),
};
type Reason = keyof typeof reasons;

/** What was chosen of a space, for as long as it is open. */
const chosen = new WeakMap<Space, Reason>();

/** An e-mail about a space. Its subject, which others may see on a screen or a lock screen, is the space's id alone. */
function mailAbout(mail: string, {id}: Space, reason: Reason | undefined): string {
  const body = reason ? `&body=${encodeURIComponent(`${reasons[reason]()}.\n`)}` : '';
  return `${mail}?subject=${encodeURIComponent(id)}${body}`;
}

function way(link: string | undefined, space: Space, reason: Reason | undefined): TemplateResult {
  if (!link) {
    return html`<p>
      ${msg('The people who keep this list have not said how to tell them. You could tell the space itself.', {
        id: 'finder.wrong.none',
      })}
    </p>`;
  }
  return link.startsWith('mailto:')
    ? html`<p>
          <a class="button" href=${mailAbout(link, space, reason)}
            >${letterIcon()} ${msg('Write an email about this', {id: 'finder.wrong.email'})}</a
          >
        </p>
        <p class="small soft">${msg('Your email will show your address to them.', {id: 'finder.wrong.email.note'})}</p>`
    : html`<p>
          <a class="button" href=${link} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
            >${elsewhereIcon()} ${msg('Tell them on their website', {id: 'finder.wrong.page'})}</a
          >
        </p>
        <p class="small soft">${msg('This goes to a different website.', {id: 'common.external'})}</p>`;
}

/** "Something here is wrong", folded. */
export function wrong(space: Space, {corrections = '', evaluate, redraw}: OpenedView): TemplateResult {
  const link = mailLink(corrections) ?? webLink(corrections);
  const reason = chosen.get(space);
  return html`<details class="wrong no-print">
    <summary>${msg('Something here is wrong', {id: 'finder.wrong.open'})} ${downIcon()}</summary>
    <div class="section">
      ${
        link
          ? html`<p>
                ${msg('This goes to the people who keep the list. Please leave out your name and your story.', {
                  id: 'finder.wrong.intro',
                })}
              </p>
              <fieldset>
                <legend class="label">${msg('What is wrong?', {id: 'finder.wrong.legend'})}</legend>
                ${(Object.keys(reasons) as Reason[]).map(
                  each =>
                    html`<label class="choice">
                      <input
                        type="radio"
                        name="wrong"
                        .checked=${reason === each}
                        @change=${() => {
                          chosen.set(space, each);
                          redraw();
                        }}
                      />
                      <span>${reasons[each]()}</span>
                    </label>`,
                )}
              </fieldset>`
          : nothing
      }
      ${
        reason === 'not-safe'
          ? html`<p>
              ${msg('We are sorry. You can say how it was for you, with no name.', {id: 'finder.wrong.not-safe.note'})}
              ${
                evaluate
                  ? html`<button type="button" class="link" @click=${evaluate}>
                      ${msg('Say how it was for you', {id: 'finder.details.evaluate'})}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
      ${way(link, space, reason)}
    </div>
  </details>`;
}
