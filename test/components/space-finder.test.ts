/** What somebody sees who looks for a space: before they search, the list, and its filters. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {
  all,
  button,
  choose,
  directoryOf,
  failing,
  focused,
  hasCrisisNumbers,
  hasCrisisPanel,
  isFocusOn,
  lantern,
  leeds,
  mill,
  names,
  one,
  open,
  option,
  page,
  press,
  render,
  sample,
  says,
  shows,
  status,
  type,
  wharf,
  words,
} from '../support/finder.js';
import {evaluation, journey, onlooker} from '../support/neighbours.js';

describe('<held-space-finder>', () => {
  it('says before anything is asked what it is for, that nobody watches, and who to turn to', async () => {
    const directory = directoryOf();
    const el = await render(directory);
    expect(words(one(el, 'h2'))).to.equal('Find a safe space');
    expect(page(el)).to.contain('Where would you like to look?');
    expect(page(el)).to.contain('What you type and choose stays on this page. We do not see it.');
    hasCrisisNumbers(el);
    expect(directory.asked, 'requests').to.be.empty;
    await expect(el).to.be.accessible();
  });

  it('explains how the search stays private, on a press', async () => {
    const el = await render(directoryOf());
    one(el, '.private summary').click();
    await shows(el, 'The search happens on your own phone or computer.');
    await shows(el, 'The owner of this website may use tools that see what happens on it.');
    await shows(el, 'Your phone or computer will ask you first.');
    await expect(el).to.be.accessible();
  });

  it('opens the lines of the crisis strip on a press, and closes them', async () => {
    const el = await render(directoryOf());
    const more = one(el, '.crisis-more');
    more.click();
    await hasCrisisPanel(el);
    expect(more.isConnected && more.getAttribute('aria-expanded')).to.equal('true');
    await expect(el).to.be.accessible();
    more.click();
    await el.updateComplete;
    expect(one(el, 'a[href="tel:999"]')).to.not.exist;
  });

  describe('when a place is searched', () => {
    it('lists what is near, nearest first, then what can be used from anywhere, then what gave no place', async () => {
      const el = await render(directoryOf());
      await type(el, 'LS6');
      await says(el, 'Spaces found: 5. Place: LS6');
      expect(names(el)).to.deep.equal(['Lantern House', 'Mill Garden', 'Wharf Room', 'Night Line', 'Somewhere Group']);
      expect(all(el, '.group-title').map(words)).to.deep.equal(['Online and by phone', 'Place not given']);
      await isFocusOn(el, '#status');
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
    });

    it('says of each space what it is, when it is open, where, and what nobody knows', async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found');
      const [first, second] = all(el, '.card').map(words);
      for (const text of [
        'Crisis cafe or safe haven',
        'Open all day, every day',
        'Less than half a mile away, Headingley',
        'Drop in, no need to book',
        'Adults',
        'Free',
        'The space says it suits: Really extreme times',
        'sometimes they tell others',
        'Not yet evaluated',
        'Last checked:',
        'Call 0113 496 0000',
      ]) {
        expect(first).to.contain(text);
      }
      for (const text of ['Times not listed', 'Cost not listed', 'Stages not known', 'Who might be told: not known']) {
        expect(second).to.contain(text);
      }
      expect(one(el, '.card a').getAttribute('href')).to.equal('tel:01134960000');
    });

    for (const typed of ['ls6 2ab', 'LS6 2']) {
      it(`uses the district of "${typed}", and says so`, async () => {
        const el = await render(directoryOf());
        await type(el, typed);
        await says(el, 'Spaces found: 5. Place: LS6');
        await shows(el, 'We know the area but not the exact postcode. We used the middle of: LS6');
        await expect(el).to.be.accessible();
      });
    }

    for (const [typed, problem] of [
      ['Xyzzyville', 'We do not have that place in our list.'],
      ['ZE99 1', 'That postcode does not look complete.'],
      ['', "Type a place or a postcode, or choose 'Online and phone only'."],
    ] as const) {
      it(`says what is wrong with "${typed}", at the field`, async () => {
        const el = await render(directoryOf());
        await type(el, typed);
        await shows(el, problem);
        const field = one(el, '#place');
        expect(field.getAttribute('aria-invalid')).to.equal('true');
        expect(field.getAttribute('aria-describedby')).to.contain('place-error');
        await isFocusOn(el, '#place');
        hasCrisisNumbers(el);
        await expect(el).to.be.accessible();
        await type(el, 'LS6');
        await says(el, 'Spaces found: 5');
        expect(field.hasAttribute('aria-invalid')).to.be.false;
      });
    }

    it('asks which one where several places have the name', async () => {
      const el = await render(directoryOf());
      await type(el, 'Newport');
      await says(el, 'Places that match:');
      expect(all(el, '.places button').length).to.be.greaterThan(1);
      await expect(el).to.be.accessible();
      const chosen = all(el, '.places button')[0]!;
      const name = words(chosen);
      chosen.click();
      await says(el, `Place: ${name}`);
    });

    it('lists what can be used from anywhere, with no place at all', async () => {
      const el = await render(directoryOf());
      await press(el, 'Online and phone only');
      await says(el, 'Spaces found: 1');
      expect(names(el)).to.deep.equal(['Night Line']);
      expect(button(el, 'Online and phone only').getAttribute('aria-pressed')).to.equal('true');
      await expect(el).to.be.accessible();
    });

    it('searches at once the place that the host gave', async () => {
      const el = await render(directoryOf(), 'Harrogate');
      await says(el, 'Place: Harrogate');
      expect(one<HTMLInputElement>(el, '#place').value).to.equal('Harrogate');
      el.place = 'LS10';
      await says(el, 'Place: LS10');
      expect(names(el)[0]).to.equal('Wharf Room');
    });

    it('reads kilometres and a distance of the host', async () => {
      const el = await fixture<SpaceFinder>(
        html`<held-space-finder directory=${directoryOf().url} place="LS6" unit="km" radius="3"></held-space-finder>`,
      );
      await says(el, 'Spaces found');
      expect(names(el)).to.not.contain('Wharf Room');
      expect(page(el)).to.contain('Up to 3 km');
      await expect(el).to.be.accessible();
    });

    it('puts what is open now first, where that is wanted', async () => {
      const el = await render(directoryOf(), 'LS10');
      await says(el, 'Spaces found');
      expect(names(el)[0]).to.equal('Wharf Room');
      const order = one<HTMLSelectElement>(el, 'select');
      order.value = 'open';
      order.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(names(el)[0]).to.equal('Lantern House');
    });

    it('looks less far when told to', async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      const far = all<HTMLSelectElement>(el, 'select')[1]!;
      far.selectedIndex = 0;
      far.dispatchEvent(new Event('change'));
      await says(el, 'Spaces found: 4');
      expect(names(el)).to.not.contain('Wharf Room');
    });

    it('says that sample data is sample data, and shows a long list a part at a time', async () => {
      const el = await render(directoryOf(sample.spaces, sample.source), 'LS1');
      await says(el, 'Spaces found');
      expect(page(el)).to.contain('These are sample spaces. Check every detail before you go.');
      expect(all(el, '.card')).to.have.lengthOf(20);
      await press(el, 'Show more');
      expect(all(el, '.card').length).to.be.greaterThan(20);
      await expect(el).to.be.accessible();
    });

    it('never lists what no longer takes anybody, and says what is paused', async () => {
      const el = await render(
        directoryOf([
          {...lantern, status: 'temporarily closed'},
          {...mill, status: 'defunct'},
        ]),
        'LS6',
      );
      await says(el, 'Spaces found: 1.');
      expect(page(el)).to.contain('Paused for now');
    });
  });

  describe('filters', () => {
    const ready = async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      return el;
    };

    it('narrow the list at once with no request, and are undone by their chip', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      const asked = directory.asked.length;
      await choose(el, 'Crisis cafe');
      expect(status(el)).to.contain('Spaces found: 2');
      expect(names(el)).to.deep.equal(['Lantern House', 'Mill Garden']);
      await choose(el, 'Leave it out');
      expect(names(el)).to.deep.equal(['Lantern House']);
      await choose(el, 'Show it');
      await press(el, 'Show choices. Choices in use: 1');
      const chip = one(el, '.chip');
      expect(chip.getAttribute('aria-label')).to.equal('Remove: Crisis cafe or safe haven');
      await expect(el).to.be.accessible();
      chip.click();
      await el.updateComplete;
      expect(status(el)).to.contain('Spaces found: 5');
      expect(option(el, 'Crisis cafe').checked).to.be.false;
      expect(directory.asked.length).to.equal(asked);
    });

    it('are all undone at once', async () => {
      const el = await ready();
      await choose(el, 'Open now');
      await choose(el, 'In person');
      await choose(el, 'Really extreme times');
      expect(all(el, '.chip')).to.have.lengthOf(3);
      await press(el, 'Clear all choices');
      expect(all(el, '.chip')).to.be.empty;
      expect(all<HTMLInputElement>(el, 'input[type=checkbox]').filter(({checked}) => checked)).to.be.empty;
      expect(status(el)).to.contain('Spaces found: 5');
    });

    it('keep what has not told us unless it is to be left out', async () => {
      const el = await ready();
      await choose(el, 'Open now');
      expect(names(el)).to.contain('Mill Garden');
      await choose(el, 'Leave it out');
      expect(names(el)).to.deep.equal(['Lantern House']);
    });

    it('say how many spaces each choice would show', async () => {
      const el = await ready();
      const words = (name: string) => option(el, name).closest('label')!.textContent!.replace(/\s+/g, '');
      expect(words('Really extreme times')).to.equal('Reallyextremetimes:2');
      expect(words('By phone')).to.equal('Byphone:1');
    });

    it('are shown and hidden on a narrow screen', async () => {
      await setViewport({width: 360, height: 740});
      const el = await ready();
      expect(one(el, '.filters').hidden).to.be.true;
      await press(el, 'Show choices');
      expect(one(el, '.filters').hidden).to.be.false;
      expect(button(el, 'Hide choices').getAttribute('aria-expanded')).to.equal('true');
      await expect(el).to.be.accessible();
      await setViewport({width: 1024, height: 768});
    });

    it('follow the stage chosen elsewhere on the page, and tell it what is chosen here', async () => {
      const el = await ready();
      onlooker.journey.set({stages: ['extreme-times']});
      await el.updateComplete;
      expect(option(el, 'Really extreme times').checked).to.be.true;
      expect(names(el)).to.not.contain('Wharf Room');
      await choose(el, 'Everyday life');
      expect(journey().stages).to.deep.equal(['everyday-life', 'extreme-times']);
      await choose(el, 'Really extreme times');
      expect(journey().stages).to.deep.equal(['everyday-life']);
    });
  });

  describe('when nothing is near', () => {
    it('looks further by itself, and says how far', async () => {
      const el = await render(directoryOf(), 'M1');
      await shows(el, 'We looked further: up to 50 miles. Here is what we found.');
      expect(page(el)).to.contain('Our list has no space near there yet. It does not mean there is none.');
      expect(names(el)).to.contain('Lantern House');
      expect(status(el)).to.contain('Place: M1');
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
    });

    it('leads to those who keep the list, where they have said how, and tells them nothing', async () => {
      for (const [corrections, link] of [
        ['list@directory.example', 'mailto:list@directory.example'],
        ['https://directory.example/wrong', 'https://directory.example/wrong'],
        [undefined, undefined],
        ['javascript:alert(1)', undefined],
      ] as const) {
        const el = await render(directoryOf(leeds, {name: 'test'}, {corrections}), 'M1');
        await shows(el, 'Our list has no space near there yet.');
        const links = all<HTMLAnchorElement>(el, '.none a').map(({href, textContent}) => [href, textContent]);
        expect(links).to.deep.equal(link ? [[link, 'Tell the people who run this list']] : []);
        await expect(el).to.be.accessible();
      }
    });

    it('looks as far as the list goes', async () => {
      const el = await render(directoryOf(), 'ZE1');
      await shows(el, 'We looked as far as our list goes.');
      expect(names(el)).to.contain('Lantern House');
    });

    it('offers to take away the choices that left the most out', async () => {
      const el = await render(directoryOf([lantern, wharf]), 'LS6');
      await says(el, 'Spaces found: 2');
      await choose(el, 'Retreat');
      await shows(el, 'We found no space that fits everything you chose');
      await expect(el).to.be.accessible();
      await press(el, 'Remove: Retreat: 2');
      expect(status(el)).to.contain('Spaces found: 2');
    });
  });

  describe('when a space is opened', () => {
    it('shows all that is known, moves focus to its name, and gives it back to the list', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      await open(el, 'Mill Garden');
      await isFocusOn(el, '#space-title');
      expect(words(focused(el))).to.equal('Mill Garden');
      await shows(el, '1 Mill Lane');
      expect(page(el)).to.contain('About 2 miles away');
      expect(page(el)).to.contain('Not known yet. You could ask');
      expect(journey().space).to.deep.equal({id: mill.id, name: 'Mill Garden'});
      hasCrisisNumbers(el);
      await expect(el).to.be.accessible();
      await press(el, 'Back to the list');
      await waitUntil(() => words(focused(el)) === 'Mill Garden');
      expect(names(el)).to.have.lengthOf(5);
      expect(directory.asked.filter(url => url.includes(mill.id))).to.be.empty;
    });

    it('shows what it has when the rest cannot be had', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      directory.answer = failing;
      await open(el, 'Lantern House');
      await shows(el, 'We could not get more about this space. Here is what we have.');
      expect(one(el, 'a[href="tel:01134960000"]')).to.exist;
      await expect(el).to.be.accessible();
    });

    it('leads to the evaluation form where there is one', async () => {
      const form = evaluation();
      document.body.append(form);
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      await open(el, 'Lantern House');
      await shows(el, 'Say how it was for you');
      await press(el, 'Say how it was for you');
      expect(form.reveals).to.equal(1);
    });

    it('stays in the list where the host takes over', async () => {
      const el = await render(directoryOf(), 'LS6');
      await says(el, 'Spaces found: 5');
      el.addEventListener('held-space-open', event => event.preventDefault());
      await open(el, 'Lantern House');
      expect(names(el)).to.have.lengthOf(5);
    });
  });
});
