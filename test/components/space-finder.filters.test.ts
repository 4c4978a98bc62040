/** The filters behind "More choices", each with its count, and the orders: at a fixed time, a Wednesday at midday. */
import type {Space} from '@held-spaces/domain/space';
import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {
  all,
  at,
  choose,
  directoryOf,
  everyDay,
  fill,
  found,
  names,
  one,
  option,
  page,
  press,
  shows,
  space,
  status,
  words,
} from '../support/finder.js';

const OwnDate = Date;
const now = new OwnDate('2026-11-18T12:00:00Z').getTime();

before(async () => {
  await setViewport({width: 1100, height: 900});
});
beforeEach(() => {
  window.Date = class extends OwnDate {
    constructor(...given: ConstructorParameters<typeof OwnDate>) {
      super(...((given.length ? given : [now]) as ConstructorParameters<typeof OwnDate>));
    }
    static override now = () => now;
  } as DateConstructor;
});
afterEach(() => {
  window.Date = OwnDate;
});

let steps = 0;
const near = (name: string, facts: Partial<Space> = {}) =>
  space({
    name,
    ...at(53.82, -1.6 - steps++ / 1000, 'Headingley'),
    ...facts,
    provenance: {source: 'test', checked: '2026-11-01'},
  });
const open = (byday: readonly string[], opensAt: string, closesAt: string): Pick<Space, 'schedules'> => ({
  schedules: [{freq: 'WEEKLY', byday, opensAt, closesAt}],
});

const morning = near('Morning Room', {...open(everyDay, '09:00', '13:00'), audiences: ['adults'], kinds: ['drop-in']});
const evening = near('Evening Room', {...open(['WE'], '18:00', '22:00'), kinds: ['lgbt']});
const saturday = near('Saturday Room', {...open(['SA'], '10:00', '12:00'), audiences: ['women-only']});
const carers = near('Supporters Room', {kinds: ['carers-support'], audiences: ['carers']});
const gathering = near('Gathering', {
  events: [{name: 'Tea', dtstart: '2026-11-28', opensAt: '14:00', closesAt: '16:00'}],
});
const later = near('Later Gathering', {events: [{dtstart: '2026-12-12'}], approaches: ['creative']});
const silent = near('Silent Room');
const spaces = [morning, evening, saturday, carers, gathering, later, silent];

/** A finder whose further filters are open, and which leaves out what has not told us. */
async function ready(leaveOut = true): Promise<SpaceFinder> {
  const el = await found(directoryOf(spaces), spaces.length);
  await press(el, 'More choices');
  await shows(el, 'My age');
  if (leaveOut) await choose(el, 'Leave it out');
  return el;
}
const countOf = (el: SpaceFinder, name: string) => words(option(el, name).closest('label')!.querySelector('.count'));

/** Two spaces that people have evaluated, as the area file has it. */
function evaluated() {
  const directory = directoryOf([morning, evening, silent]);
  directory.answer = async (url, next) => {
    const response = await next();
    if (!/areas\/\w+\.json$/.test(url)) return response;
    const file = (await response.json()) as {spaces?: {name: string; evaluations?: object}[]};
    for (const each of file.spaces ?? []) {
      if (each.name === 'Silent Room') each.evaluations = {people: 12};
      if (each.name === 'Evening Room') each.evaluations = {people: 5};
    }
    return new Response(JSON.stringify(file));
  };
  return directory;
}

describe('the filters of <held-space-finder>', () => {
  for (const [name, fits] of [
    ['Open now', ['Morning Room']],
    ['Open later today', ['Evening Room']],
    ['Open in the evening or at night', ['Evening Room']],
    ['Open at the weekend', ['Morning Room', 'Saturday Room']],
    ['In the next two weeks', ['Gathering']],
    ['In the next month', ['Gathering', 'Later Gathering']],
    ['I support someone', ['Supporters Room']],
    ['I need support', ['Morning Room', 'Evening Room', 'Saturday Room']],
    ['LGBT+ people', ['Evening Room']],
    ['Women only', ['Saturday Room']],
    ['Art, music, words', ['Later Gathering']],
  ] as const) {
    it(`find what fits "${name}", as many as its count said, and undo it by its chip`, async () => {
      const el = await ready();
      const said = countOf(el, name);
      await choose(el, name);
      expect(names(el)).to.deep.equal(fits);
      expect(said).to.equal(`: ${fits.length}`);
      expect(all(el, '.chip')).to.have.lengthOf(1);
      expect(words(one(el, '.chip'))).to.equal(name);
      await expect(el).to.be.accessible();
      one(el, '.chip').click();
      await el.updateComplete;
      expect(names(el)).to.have.lengthOf(spaces.length);
      expect(option(el, name).checked).to.equal(false);
    });
  }

  it('find what is open at a time that somebody chooses, in any way of writing it', async () => {
    const el = await ready();
    one<HTMLSelectElement>(el, '#open-at-day').value = 'SA';
    for (const [typed, fits] of [
      ['11am', ['Morning Room', 'Saturday Room']],
      ['12:30', ['Morning Room']],
      ['7.30 pm', []],
    ] as const) {
      await fill(el, '#open-at-time', typed);
      expect(names(el), typed).to.deep.equal(fits);
      expect(one<HTMLInputElement>(el, '#open-at-time').value).to.equal(typed);
    }
    one(el, '.chip').click();
    await el.updateComplete;
    expect(one<HTMLInputElement>(el, '#open-at-time').value).to.equal('');
    expect(names(el)).to.have.lengthOf(spaces.length);
  });

  it('keep what cannot be read in its field, say what is wrong with it, and clear it with the rest', async () => {
    const el = await ready();
    await choose(el, 'Open at the weekend');
    await fill(el, '#open-at-time', '25pm');
    await fill(el, '#age', 'old');
    expect(one(el, '#open-at-error').hidden).to.equal(false);
    expect(one(el, '#age').getAttribute('aria-invalid')).to.equal('true');
    expect(one<HTMLInputElement>(el, '#age').value).to.equal('old');
    expect(names(el)).to.deep.equal(['Morning Room', 'Saturday Room']);
    await expect(el).to.be.accessible();
    await press(el, 'Clear all choices');
    expect(one<HTMLInputElement>(el, '#age').value).to.equal('');
    expect(one(el, '#age-error').hidden).to.equal(true);
  });

  it('combine, and narrow with each that is added', async () => {
    const el = await ready();
    await choose(el, 'Open at the weekend');
    await choose(el, 'I need support');
    await choose(el, 'Women only');
    expect(names(el)).to.deep.equal(['Saturday Room']);
    expect(all(el, '.chip').map(words)).to.deep.equal(['Open at the weekend', 'I need support', 'Women only']);
  });

  it('keep what has not told us in the list, and say of each what it has not told', async () => {
    const el = await ready(false);
    await choose(el, 'I support someone');
    await choose(el, 'Women only');
    expect(names(el)).to.include('Silent Room');
    const card = all(el, '.card').find(each => words(each).includes('Silent Room'));
    expect(words(card)).to.contain('Not known: Who it is for, made for');
  });

  it('find what people have evaluated, where any of that is published, and say what it means of the others', async () => {
    const bare = await ready();
    expect(page(bare)).to.not.contain('Has been evaluated');
    const el = await found(evaluated(), 3);
    await press(el, 'More choices');
    await shows(el, 'Has been evaluated');
    expect(page(el)).to.contain('Not evaluated does not mean good or bad.');
    expect(countOf(el, 'Has been evaluated')).to.equal(': 2');
    await choose(el, 'Has been evaluated');
    expect(names(el)).to.deep.equal(['Evening Room', 'Silent Room']);
    await expect(el).to.be.accessible();
    one(el, '.chip').click();
    await el.updateComplete;
    expect(names(el)).to.have.lengthOf(3);
  });

  it('count anew with each choice', async () => {
    const el = await ready();
    expect(countOf(el, 'Women only')).to.equal(': 1');
    await choose(el, 'Open in the evening or at night');
    expect(countOf(el, 'Women only')).to.equal(': 0');
    expect(status(el)).to.contain('Spaces found: 1');
  });
});

describe('the orders of <held-space-finder>', () => {
  const order = async (el: SpaceFinder, value: string) => {
    const field = one<HTMLSelectElement>(el, 'select');
    field.value = value;
    field.dispatchEvent(new Event('change'));
    await el.updateComplete;
  };

  it('put first what most people have evaluated, in words, and leave the rest where it was', async () => {
    const el = await found(evaluated(), 3);
    expect(names(el)).to.deep.equal(['Morning Room', 'Evening Room', 'Silent Room']);
    await order(el, 'evaluated');
    expect(names(el)).to.deep.equal(['Silent Room', 'Evening Room', 'Morning Room']);
    expect(page(el)).to.contain(
      'Spaces with the most evaluations first. Others follow. It is not a score. No space can pay to come first.',
    );
    await expect(el).to.be.accessible();
    await order(el, 'nearest');
    expect(names(el)).to.deep.equal(['Morning Room', 'Evening Room', 'Silent Room']);
  });

  it('offer that only where anything is evaluated', async () => {
    const el = await found(directoryOf([morning]), 1);
    expect([...one<HTMLSelectElement>(el, 'select').options].map(({value}) => value)).to.deep.equal([
      'nearest',
      'open',
    ]);
  });

  it('put first what is open now, then what opens soonest, then what has not said', async () => {
    const el = await found(directoryOf([silent, saturday, evening, morning]), 4);
    await order(el, 'open');
    expect(names(el)).to.deep.equal(['Morning Room', 'Evening Room', 'Saturday Room', 'Silent Room']);
    expect(page(el)).to.contain('Open now first, then opening soonest. No space can pay to come first.');
  });
});
