/**
 * Holds what is drawn over it in the place of what a host pasted into a tag: with its height, and the margins of its first
 * and last, which may have run into those of the neighbours. Not where nothing was pasted, or none of it is seen.
 *
 * A page may have been painted with it before the script came, and then nothing around it may move. No browser tells: an
 * entry for `paint` comes some time after the frame that it speaks of, and the clock of `document.timeline` runs before one
 * is made. So what was pasted always keeps its place. https://w3c.github.io/paint-timing/#report-paint-timing
 *
 * @param mayGrow Whether what is drawn may go on below the window, where it moves under nobody's eyes.
 */
export function keepPlace(held: HTMLElement, element: Element, mayGrow: boolean): void {
  const {height, bottom} = element.getBoundingClientRect();
  const {firstElementChild: first, lastElementChild: last} = element;
  if (height && first && last && !(mayGrow && bottom > innerHeight)) {
    // Through the object model, which a strict policy allows; a style attribute it would not.
    held.style.cssText = `display:grid;min-height:${height}px;margin:${getComputedStyle(first).marginTop} 0 ${getComputedStyle(last).marginBottom}`;
  }
}
