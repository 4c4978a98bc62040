import {html} from 'lit';
import {msg} from '@lit/localize';

type Key = 'next' | 'open' | 'stop';

/**
 * Every key has Alt and Shift with it. Single letters are what screen readers move by and what people say to voice control
 * (https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts.html); NVDA and JAWS take Insert or Caps Lock,
 * VoiceOver Control with Option. By place on the keyboard, since Option writes other letters on a Mac.
 */
const byCode: Readonly<Record<string, Key>> = {KeyN: 'next', KeyO: 'open', KeyS: 'stop'};

export const keyOf = ({altKey, shiftKey, ctrlKey, metaKey, code}: KeyboardEvent): Key | undefined =>
  altKey && shiftKey && !ctrlKey && !metaKey ? byCode[code] : undefined;

const entry = (letter: string, words: string) =>
  html`<li><kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>${letter}</kbd> ${words}</li>`;

export const keys = () => html`
  <h2 class="small-heading">${msg('Keys you can use', {id: 'desk.keys.title'})}</h2>
  <ul>
    ${entry('N', msg('Next item', {id: 'desk.keys.next'}))}
    ${entry('O', msg('Open or close the words', {id: 'desk.keys.open'}))}
    ${entry('S', msg('Stop now', {id: 'desk.keys.stop'}))}
  </ul>
`;
