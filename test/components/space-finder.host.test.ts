/** What a host can do with a finder: slots, parts, and two of them on one page. */
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import manifest from '../../custom-elements.json';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {addStyles, css} from '../../src/internal/css.js';
import {
  all,
  choose,
  directoryOf,
  found,
  names,
  one,
  open,
  page,
  press,
  render,
  says,
  shows,
  type,
  words,
} from '../support/finder.js';

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly {readonly name: string}[];
}

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

  describe('by its custom properties', () => {
    /** Everything of an element that one of them may be in. */
    const seenIn =
      'color backgroundColor borderTopColor borderTopWidth borderTopLeftRadius outlineColor boxShadow fontFamily fill stroke paddingTop paddingLeft marginTop rowGap columnGap minHeight height maxWidth';
    const lookOf = (el: SpaceFinder) => {
      const look = (each: Element) => {
        const styles = getComputedStyle(each) as unknown as Readonly<Record<string, string>>;
        return seenIn.split(' ').map(name => styles[name]);
      };
      return JSON.stringify(all(el, '*').map(look));
    };
    const valueFor = (name: string) =>
      /font/.test(name)
        ? 'monospace'
        : /space-\d|radius|border|target|measure/.test(name)
          ? ({measure: '123px', target: '77px'}[name.replace('--held-', '')] ?? '7px')
          : 'rgb(1, 2, 3)';

    /** A finder as it is in turn, in each of which some of them are seen. */
    const scenes: readonly (() => Promise<SpaceFinder>)[] = [
      async () => {
        await setViewport({width: 1100, height: 900});
        const el = await found(directoryOf());
        await choose(el, 'Open now');
        await press(el, 'Share a link');
        await shows(el, 'Add the place I typed');
        const {x, y, width, height} = one(el, '.where .button').getBoundingClientRect();
        await sendMouse({type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
        one(el, '#place').focus();
        await sendKeys({press: 'ArrowLeft'});
        return el;
      },
      async () => {
        const el = await render(directoryOf());
        await type(el, 'Nowhereton');
        await shows(el, 'We do not have that place in our list.');
        return el;
      },
      async () => {
        const el = await render(directoryOf(), 'ZE1');
        await shows(el, 'We looked as far as our list goes.');
        return el;
      },
      async () => {
        const el = await found(directoryOf());
        await open(el, 'Lantern House');
        await shows(el, 'This comes from: test');
        return el;
      },
    ];

    it('shows every one that its manifest names', async () => {
      const declarations = manifest.modules.flatMap((module): readonly Declaration[] => module.declarations);
      const named = declarations.find(({tagName}) => tagName === 'held-space-finder')!.cssProperties!;
      const unseen = new Set(named.map(({name}) => name));
      expect(unseen.size).to.be.within(25, 35);
      for (const scene of scenes) {
        const el = await scene();
        const before = lookOf(el);
        for (const name of unseen) {
          el.style.setProperty(name, valueFor(name));
          if (lookOf(el) !== before) unseen.delete(name);
          el.style.removeProperty(name);
        }
        el.remove();
      }
      expect([...unseen]).to.deep.equal([]);
    });
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
