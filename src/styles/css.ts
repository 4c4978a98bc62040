import type {CSSResult} from 'lit';

/**
 * `css` of Lit for the sheets that the crisis signpost shares with the other widgets: it takes a tenth of the room, so
 * that a page with the signpost alone has nothing of Lit. To Lit the result is like its own.
 * https://lit.dev/docs/api/styles/#CSSResult
 */
export function css(strings: TemplateStringsArray): CSSResult {
  const cssText = strings.join('');
  let styleSheet: CSSStyleSheet | undefined;
  const sheet = {
    cssText,
    get styleSheet() {
      if (!styleSheet) {
        styleSheet = new CSSStyleSheet();
        styleSheet.replaceSync(cssText);
      }
      return styleSheet;
    },
    toString: () => cssText,
  };
  return sheet as unknown as CSSResult;
}
