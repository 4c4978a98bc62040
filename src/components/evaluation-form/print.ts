/** A page that is being put together to be printed. */
export interface Sheet {
  add(tag: string, words: string, className?: string, into?: HTMLElement): HTMLElement;
}

/**
 * Prints a page of its own and nothing else: the page around it would say what the person looked at. A frame that is not
 * displayed prints blank in some browsers, so it is hidden from sight only, and leaves when the printing is over.
 *
 * @param styles Given as a constructed sheet, which a strict content security policy lets through; where a browser
 * cannot make one for a frame, the page prints plain.
 */
export function printPage(title: string, styles: string, root: ParentNode & Node, write: (sheet: Sheet) => void): void {
  root.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  root.appendChild(frame);
  const page = frame.contentDocument;
  const printer = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !printer) return;
  page.title = title;
  page.documentElement.lang = document.documentElement.lang || 'en';
  try {
    const sheet = new printer.CSSStyleSheet();
    sheet.replaceSync(styles);
    page.adoptedStyleSheets = [sheet];
  } catch {
    // Plain, then.
  }
  write({
    add: (tag, words, className = '', into = page.body) => {
      const element = into.appendChild(page.createElement(tag));
      element.textContent = words;
      if (className) element.className = className;
      return element;
    },
  });
  printer.addEventListener('afterprint', () => frame.remove());
  printer.print();
}
