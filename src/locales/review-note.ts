import {msg} from '@lit/localize';

/**
 * The line near the end of a widget in words that nobody has reviewed: a person who relies on them should know. It
 * travels with the translation, since English has none. https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts
 */
export function reviewNote(held: HTMLElement): Element {
  const note = document.createElement('p');
  note.className = 'small soft';
  // Through the object model, which a strict policy allows; a style attribute it would not.
  note.style.marginBlockStart = '1em';
  note.textContent = msg('These words have not been checked yet by people who use them.', {
    id: 'common.translation.unreviewed',
  });
  // On the signpost's own ground, which it may not share with the page: what is dark there may be dark on dark here.
  const last = held.lastElementChild;
  (last?.matches('section.lamp') ? last : held).append(note);
  return note;
}
