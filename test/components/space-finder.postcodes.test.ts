/** A whole postcode, found on the device: which one it was stays there. */
import {expect} from '@open-wc/testing';
import {all, directoryOf, hasCrisisNumbers, names, page, render, says, shows, status, type} from '../support/finder.js';

const ls6 = {
  attribution: 'Made up',
  outcode: 'LS6',
  // Beside Wharf Room, which is the furthest of all from the middle of LS6.
  units: [['2AB', 53.7705, -1.5305]],
};
const withPostcodes = () => directoryOf(undefined, undefined, {postcodes: {LS6: ls6}});
const paths = ({url, asked}: {url: string; asked: readonly string[]}) => asked.map(each => each.slice(url.length));

describe('a whole postcode in <held-space-finder>', () => {
  it('is found where it is, and not in the middle of its district', async () => {
    const el = await render(withPostcodes());
    await type(el, 'ls6 2ab');
    await says(el, 'Spaces found: 5. Place: LS6');
    expect(names(el)[0]).to.equal('Wharf Room');
    expect(page(el)).to.not.contain('We know the area but not the exact postcode.');
    await expect(el).to.be.accessible();
  });

  it('is in no request: only its district is, and every request is for a whole file', async () => {
    const directory = withPostcodes();
    const el = await render(directory);
    await type(el, 'LS6 2AB');
    await says(el, 'Spaces found: 5');
    expect(paths(directory)).to.have.lengthOf(4);
    expect(paths(directory).slice(0, 3)).to.have.members(['/held/outcodes', '/held/areas', '/held/postcodes/LS6']);
    expect(directory.asked.join(' ')).to.not.match(/2AB/i);
  });

  it('is asked for once, however often it is searched', async () => {
    const directory = withPostcodes();
    const el = await render(directory, 'LS6 2AB');
    await says(el, 'Place: LS6');
    el.search('LS1');
    await says(el, 'Place: LS1');
    el.search('LS6 2AB');
    await says(el, 'Place: LS6');
    expect(paths(directory).filter(path => path.startsWith('/held/postcodes'))).to.have.lengthOf(1);
  });

  it('asks for no postcodes for a district, or where the directory has none', async () => {
    const [having, without] = [withPostcodes(), directoryOf()];
    for (const [directory, place] of [
      [having, 'LS6'],
      [having, 'LS6 2'],
      [without, 'LS6 2AB'],
    ] as const) {
      const el = await render(directory, place);
      await says(el, 'Place: LS6');
      expect(directory.asked.join(' ')).to.not.contain('/postcodes/');
    }
  });

  for (const [what, typed, answer] of [
    ['a district that is not listed', 'LS1 4DY', undefined],
    ['a postcode that is not listed', 'LS6 9ZZ', undefined],
    ['a file that cannot be had', 'LS6 2AB', () => new Response('{}', {status: 500})],
    ['a file that is none', 'LS6 2AB', () => new Response('<!doctype html>')],
  ] as const) {
    it(`makes do with the middle of its district for ${what}, and says so`, async () => {
      const directory = withPostcodes();
      if (answer) directory.answer = (url, next) => (url.includes('/postcodes/') ? answer() : next());
      const el = await render(directory);
      await type(el, typed);
      await says(el, 'Spaces found: 5');
      await shows(el, 'We know the area but not the exact postcode.');
      expect(status(el)).to.contain(`Place: ${typed.split(' ')[0]}`);
      expect(all(el, '.card')).to.have.lengthOf(5);
      hasCrisisNumbers(el);
    });
  }
});
