import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/crisis-signpost.js';
import '../../src/define/evaluation-form.js';
import '../../src/define/quick-exit.js';
import '../../src/define/space-finder.js';
import '../../src/define/stage-selector.js';

interface Drawn extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
}

/** Whether the words inside the tag have a place in what the widget shows. */
const isShown = (element: Element) => element.querySelector('p')?.assignedSlot !== null;

for (const tag of [
  'held-space-finder',
  'held-stage-selector',
  'held-evaluation-form',
  'held-crisis-signpost',
  'held-quick-exit',
]) {
  describe(`what stands inside <${tag}>`, () => {
    it('is seen until the widget is drawn, and never beside it', async () => {
      const box = await fixture(html`<div></div>`);
      const element = document.createElement(tag) as Drawn;
      element.innerHTML = '<p>The list of spaces, as data</p>';
      box.append(element);
      await Promise.resolve();
      expect(isShown(element), 'before').to.equal(true);
      await element.updateComplete;
      expect(isShown(element), 'after').to.equal(false);
      expect(element.shadowRoot?.textContent.trim()).not.to.equal('');
    });
  });
}
