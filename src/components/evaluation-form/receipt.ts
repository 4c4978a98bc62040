import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import {aboutIcon, copyIcon, printIcon} from '../../internal/icons.js';
import type {FormView} from './form-view.js';
import type {Delivered} from './sending.js';
import {noCountsYet} from './start.js';

interface ReceiptView extends FormView {
  /** Tells readers how copying went. */
  say(words: string): void;
  /** To the list of spaces, where one is on the page. */
  readonly toSpaces: (() => void) | undefined;
  readonly printRoot: ParentNode & Node;
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
            : noCountsYet()
      }
    </p>
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

/**
 * Prints the code and nothing else: the page around it would name the space. A frame that is not displayed prints
 * blank in some browsers, so it is hidden from sight only, and leaves when the printing is over.
 */
function printCode(code: string, root: ParentNode & Node) {
  root.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  root.appendChild(frame);
  const page = frame.contentDocument;
  const printer = frame.contentWindow;
  if (!page || !printer) return;
  page.title = msg('Your take-back code', {id: 'evaluation.code.title'});
  for (const [tag, words] of [
    ['p', page.title],
    ['h1', code],
    ['p', keepWords()],
  ] as const) {
    page.body.appendChild(page.createElement(tag)).textContent = words;
  }
  printer.addEventListener('afterprint', () => frame.remove());
  printer.print();
}
