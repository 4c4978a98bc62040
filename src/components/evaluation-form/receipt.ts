import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import {aboutIcon, copyIcon, printIcon} from '../../internal/icons.js';
import type {FormView} from './form-view.js';
import {printPage} from './print.js';
import type {Delivered} from './sending.js';
import {readWithin} from './start.js';

interface ReceiptView extends FormView {
  /** Tells readers how copying went. */
  say(words: string): void;
  /** To the list of spaces, where one is on the page. */
  readonly toSpaces: (() => void) | undefined;
  readonly printRoot: ParentNode & Node;
  readonly hadWords: boolean;
}

/** Shown only once the directory has said that it has the evaluation. */
export function receipt({code, repeated, earlier}: Delivered, view: ReceiptView) {
  const again = repeated || earlier;
  return html`
    ${view.crisisAbove()}
    ${view.heading(
      0,
      again
        ? msg('We already have this', {id: 'evaluation.duplicate.title'})
        : msg('Thank you. We have it.', {id: 'evaluation.sent.title'}),
      {id: 'heading', className: 'title', focusable: true},
    )}
    <p>
      ${
        earlier
          ? msg(
              'We have the answers you sent before. What you changed after that has not been sent. You can take back the first ones with this code, and send again.',
              {id: 'evaluation.duplicate.changed'},
            )
          : again
            ? msg('It was sent once. It was not sent twice. This is the same code as before.', {
                id: 'evaluation.duplicate.text',
              })
            : msg('Your ticks will join the count with a weekly update, once enough people have answered.', {
                id: 'evaluation.sent.text.batch',
              })
      }
    </p>
    ${
      view.hadWords && !again
        ? html`<p>
            ${msg('A trained person will read your words first. They may be shown, shown in part, or not shown.', {
              id: 'evaluation.sent.words',
            })}
            ${readWithin(view.says)}
          </p>`
        : nothing
    }
    <div class="code-box stack">
      ${view.heading(1, msg('Your take-back code', {id: 'evaluation.code.title'}), {className: 'small-heading'})}
      <p class="code">${code}</p>
      <div class="buttons no-print">
        ${
          navigator.clipboard
            ? html`<button type="button" class="button" @click=${() => copy(code, view)}>
                ${copyIcon()}${msg('Copy the code', {id: 'evaluation.code.copy'})}
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => printCode(code, view.printRoot)}>
          ${printIcon()}${msg('Print the code', {id: 'evaluation.code.print'})}
        </button>
      </div>
    </div>
    <div class="with-icon">
      ${aboutIcon()}
      <div>
        <p>${keepWords()}</p>
        <p>${msg('We cannot show it again, or find it for you.', {id: 'evaluation.code.once'})}</p>
      </div>
    </div>
    <div class="buttons no-print">
      ${
        earlier
          ? html`<button type="button" class="button" @click=${() => view.go('preview')}>
              ${msg('Back', {id: 'evaluation.back'})}
            </button>`
          : nothing
      }
      ${
        view.toSpaces
          ? html`<button type="button" class="button" @click=${view.toSpaces}>
              ${msg('Back to the spaces', {id: 'evaluation.to-spaces'})}
            </button>`
          : nothing
      }
    </div>
    ${view.crisisBelow()}
  `;
}

const keepWords = () =>
  msg('Write this down if you may want to take it back. Anyone who has the code can take it back.', {
    id: 'evaluation.code.text',
  });

async function copy(code: string, view: ReceiptView) {
  try {
    await navigator.clipboard.writeText(code);
    view.say(msg('The code is copied.', {id: 'evaluation.code.copied'}));
  } catch {
    view.say(msg('We could not copy it. Please write it down.', {id: 'evaluation.code.not-copied'}));
  }
}

/** Prints the code and nothing else: the page around it would name the space. */
function printCode(code: string, root: ParentNode & Node) {
  const title = msg('Your take-back code', {id: 'evaluation.code.title'});
  printPage(title, '', root, sheet => {
    sheet.add('p', title);
    sheet.add('h1', code);
    sheet.add('p', keepWords());
  });
}
