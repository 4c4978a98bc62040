/** What a host can do with a finder: slots, parts, and two of them on one page. */
import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {addStyles, css} from '../../src/internal/css.js';
import {all, directoryOf, found, names, one, open, page, render, says, shows, words} from '../support/finder.js';

describe('<held-space-finder> in the hands of a host', () => {
  it('asks once where two of them look in the same directory', async () => {
    const directory = directoryOf();
    const [first, second] = await Promise.all([render(directory, 'LS6'), render(directory, 'LS1')]);
    await says(first, 'Place: LS6');
    await says(second, 'Place: LS1');
    expect(directory.asked).to.have.lengthOf(3);
    expect(new Set(directory.asked).size).to.equal(3);
    await open(first, 'Lantern House');
    await open(second, 'Mill Garden');
    await shows(first, 'This comes from: test');
    await shows(second, 'This comes from: test');
    expect(directory.asked).to.have.lengthOf(4);
  });

  it('shows words of the host where nothing is near, beside its own', async () => {
    const el = await fixture<SpaceFinder>(
      html`<held-space-finder directory=${directoryOf().url} place="M1"
        ><p slot="empty">Ring the town hall.</p></held-space-finder
      >`,
    );
    await shows(el, 'Our list has no space near there yet.');
    const slot = one<HTMLSlotElement>(el, 'slot[name=empty]');
    expect(slot.assignedElements().map(words)).to.deep.equal(['Ring the town hall.']);
    expect(slot.getBoundingClientRect.call(slot.assignedElements()[0]).height).to.be.greaterThan(0);
  });

  it('has the parts that its manifest names', async () => {
    const el = await found(directoryOf());
    const parts = () => new Set(all(el, '[part]').map(each => each.getAttribute('part')));
    expect([...parts()]).to.have.members(['search', 'filters', 'results', 'card']);
    await open(el, 'Mill Garden');
    await shows(el, 'This comes from: test');
    expect([...parts()]).to.deep.equal(['details']);
  });

  it('lays itself out by the room that it has, and not by the window', async () => {
    await setViewport({width: 1100, height: 900});
    const el = await found(directoryOf());
    const filters = one(el, '.filters');
    expect(filters.getBoundingClientRect().width, 'beside the list').to.be.greaterThan(0);
    expect(filters.getBoundingClientRect().right).to.be.at.most(one(el, '.card').getBoundingClientRect().left);
    el.parentElement!.style.width = '340px';
    expect(filters.getBoundingClientRect().width, 'behind a button').to.equal(0);
    expect(one(el, '.show-filters').getBoundingClientRect().height).to.be.at.least(44);
    expect(one(el, '.held').scrollWidth).to.be.at.most(340);
    expect(names(el)).to.have.lengthOf(5);
  });

  it('carries the nonce of the host where styles cannot be made by script', () => {
    // An engine from before constructed sheets: Safari 15.4 to 16.3.
    const old = document.createElement('div');
    const host = globalThis as {litNonce?: string};
    host.litNonce = 'r4nd0m';
    addStyles(old as unknown as ShadowRoot, [
      css`
        p {
          color: red;
        }
      `,
    ]);
    delete host.litNonce;
    expect(old.querySelector('style')!.nonce).to.equal('r4nd0m');
    expect(old.querySelector('style')!.textContent).to.contain('color');
  });

  it('takes the colours and the type of the host', async () => {
    const el = await found(directoryOf());
    el.style.setProperty('--held-accent', '#5b1a00');
    el.style.setProperty('--held-font', 'monospace');
    expect(getComputedStyle(one(el, '.where .button')).backgroundColor).to.equal('rgb(91, 26, 0)');
    expect(getComputedStyle(one(el, '.held')).fontFamily).to.equal('monospace');
    expect(page(el)).to.not.be.empty;
  });
});
