import {msg, str} from '@lit/localize';
import {updateWhenLocaleChanges} from '../../controllers/locale.js';
import {clearJourney} from '../../controllers/journey.js';
import {e, h, type Drawing} from '../../internal/plain-drawing.js';
import {PlainElement} from '../../internal/plain-element.js';
import {baseStyles} from '../../styles/base.js';
import {blankPage, showPage} from './blank-page.js';
import {styles} from './quick-exit.styles.js';
import {ShiftPresses} from './shift-presses.js';

/** Where GOV.UK's button leads too: a page that says nothing of the person, and that anybody may have open. */
const weather = 'https://www.bbc.co.uk/weather';

/**
 * A link that leaves the page at once, as GOV.UK's "Exit this page" does: it blanks the whole page, clears what was
 * chosen and written in every Held widget, and opens another site in the same tab. Shift three times does the same. It
 * says plainly that the browser's history is kept.
 *
 * @tagname held-quick-exit
 * @attr {string} href - Where to. A page that does not greet anybody by name. `https://www.bbc.co.uk/weather` if none is given.
 * @attr {string} mode - `replace`, so that Back from the other site does not lead straight here; or `govuk`, which keeps this page in the tab's history as GOV.UK's button does.
 * @attr {string} form - `full`, the link with what to know before it is used; or `link`, the link alone, for a second one near the top of the page.
 */
export class QuickExit extends PlainElement {
  static get observedAttributes(): string[] {
    return ['href', 'mode', 'form'];
  }

  #progress = '';

  readonly #presses = new ShiftPresses({
    pressed: count => {
      this.#say(
        count === 1
          ? msg('Shift pressed: 1 of 3', {id: 'exit.shift.1'})
          : msg('Shift pressed: 2 of 3', {id: 'exit.shift.2'}),
      );
    },
    stopped: () => {
      this.#say(msg('Leaving stopped', {id: 'exit.shift.stopped'}));
    },
    done: () => {
      this.leave();
    },
  });

  readonly #show = () => {
    showPage();
    this.#presses.forget();
    this.#say('');
  };

  constructor() {
    super([...baseStyles, styles]);
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#presses.listen();
    // Back may bring the page as it was left, blank.
    addEventListener('pageshow', this.#show);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#presses.stopListening();
    removeEventListener('pageshow', this.#show);
  }

  /** Leaves the page at once: blanks it, clears what was chosen and written in the widgets, and goes to `href`. */
  leave(): void {
    const to = this.#address;
    this.#say('');
    blankPage(msg('Loading', {id: 'exit.leaving'}));
    try {
      clearJourney();
    } finally {
      // Whatever a widget failed to forget, the person leaves.
      if (this.getAttribute('mode') === 'govuk') location.href = to;
      else location.replace(to);
    }
  }

  protected override render(): Drawing {
    const link = h(
      'a.exit',
      {
        href: this.#address,
        rel: 'nofollow noreferrer',
        referrerpolicy: 'no-referrer',
        onclick: event => {
          event.preventDefault();
          this.leave();
        },
      },
      e('span.unseen', `${msg('Quick exit:', {id: 'exit.button.hidden'})} `),
      msg('Leave this page now', {id: 'exit.button'}),
    );
    if (this.getAttribute('form') === 'link') return [link, this.#renderProgress()];
    const site = new URL(this.#address).hostname;
    return [
      link,
      this.#renderProgress(),
      h(
        'div.small',
        {role: 'note', 'aria-label': msg('About leaving this page fast', {id: 'exit.help.title'})},
        [
          msg(str`This closes what you see here. It opens a different website in the same tab: ${site}`, {
            id: 'exit.help.what',
          }),
          msg('It clears what you chose and wrote here.', {id: 'exit.help.clears'}),
          msg(
            'It does not hide that you were here. Your browser keeps a history of pages, and this page stays in it.',
            {id: 'exit.help.history'},
          ),
          msg('You can also press the Shift key 3 times.', {id: 'exit.help.shift'}),
        ].map(words => e('p', words)),
        e(
          'details',
          e('summary', msg('About leaving this page fast', {id: 'exit.help.title'})),
          e('p', msg('People who run your wifi or your phone may also be able to see it.', {id: 'exit.help.others'})),
          e(
            'p',
            msg('To stay more private, use a private window. Or use a phone or computer that no one else checks.', {
              id: 'exit.help.safer',
            }),
          ),
        ),
      ),
    ];
  }

  #renderProgress() {
    return h('p.unseen', {role: 'status'}, this.#progress);
  }

  /** Where to: the host's choice, where that is a website. */
  get #address(): string {
    try {
      const {protocol, href} = new URL(this.getAttribute('href') ?? '');
      return /^https?:$/.test(protocol) ? href : weather;
    } catch {
      return weather;
    }
  }

  #say(words: string): void {
    this.#progress = words;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'held-quick-exit': QuickExit;
  }
}
