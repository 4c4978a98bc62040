/** The crisis lines that other widgets show, where the numbers are longest. */
import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {crisisLineStyles, crisisPanel} from '../../src/internal/crisis-lines.js';
import {addStyles} from '../../src/internal/css.js';
import {baseStyles} from '../../src/styles/base.js';

describe('the crisis lines in other widgets', () => {
  it('keep each number within its column, however wide the page', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const root = box.attachShadow({mode: 'open'});
    addStyles(root, [...baseStyles, ...crisisLineStyles]);
    const held = document.createElement('div');
    held.className = 'held';
    root.append(held);
    for (const nation of ['england', 'northern-ireland'] as const) {
      render(crisisPanel({nation, headingLevel: 2}), held);
      for (const width of [320, 544, 568, 600, 640, 700, 1068]) {
        box.style.width = `${width}px`;
        const numbers = [...held.querySelectorAll('.crisis-number strong')];
        expect(numbers.length).to.be.at.least(4);
        for (const number of numbers) {
          const {right} = number.closest('li')!.getBoundingClientRect();
          const box = number.getBoundingClientRect();
          expect(box.right, `${number.textContent} at ${width}`).to.be.at.most(right + 0.5);
          // On one line.
          expect(box.height, `${number.textContent} at ${width}`).to.be.below(60);
        }
      }
    }
  });
});
