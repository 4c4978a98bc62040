/** The whole page is hidden, and not only covered, so that nobody reads or tabs to what lies behind. */
const hidden = 'held-quick-exit-leaving';
const css = `html.${hidden}{background:#fff!important}html.${hidden}>*:not(#${hidden}){display:none!important}`;

let sheet: CSSStyleSheet | undefined;

/** Blanks the host's page at once, whatever stands on it, while the other site loads. */
export function blankPage(words: string): void {
  if (document.getElementById(hidden)) return;
  const root = document.documentElement;
  // An attribute of its own too: where the policy of the page or an old browser takes no sheet, it is hidden all the same.
  document.body.hidden = true;
  try {
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    document.body.style.setProperty('display', 'none', 'important');
  }
  root.classList.add(hidden);
  const blank = document.createElement('div');
  blank.id = hidden;
  blank.setAttribute('role', 'alert');
  root.append(blank);
  // After it stands, so that screen readers say it.
  blank.textContent = words;
}

/** Shows the page again, where Back has brought it from the browser's memory. */
export function showPage(): void {
  const blank = document.getElementById(hidden);
  if (!blank) return;
  blank.remove();
  document.documentElement.classList.remove(hidden);
  document.body.hidden = false;
  document.body.style.removeProperty('display');
  if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
}
