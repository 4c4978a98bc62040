/**
 * Larger type, more room, and one idea a line: the lines that the text is written in. As a sheet made by script, which a
 * strict policy allows. A browser without those (Safari before 16.4) shows the words as the usual ones.
 */
let sheet: CSSStyleSheet | undefined;

export function easyReadLook(held: HTMLElement): void {
  const root = held.getRootNode() as ShadowRoot;
  if (!('adoptedStyleSheets' in root)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .held:lang(en-GB-simple) {font-size: max(1.2em, 19px); line-height: 1.75}
      .held:lang(en-GB-simple) :is(p, li, dd, label, legend, span, strong) {white-space: pre-line}
    `);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
