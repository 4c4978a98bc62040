/** A finder on a page with other widgets, in any host: moved, taken away, set by attributes, heard of by nobody. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {
  all,
  choose,
  directoryOf,
  hasCrisisNumbers,
  held,
  lantern,
  names,
  one,
  open,
  ownSetTimeout,
  page,
  press,
  render,
  says,
  shows,
  status,
  type,
  words,
} from '../support/finder.js';
import {journey, onlooker, signpost} from '../support/neighbours.js';

describe('<held-space-finder> on a page', () => {
  describe('in any host', () => {
    it('never lets an older answer overwrite a newer one', async () => {
      const slow = directoryOf([lantern]);
      const {answer, letGo} = held(/areas/);
      slow.answer = answer;
      const quick = directoryOf();
      const el = await render(slow, 'LS6');
      el.directory = quick.url;
      await says(el, 'Spaces found: 5');
      letGo();
      await waitUntil(() => slow.asked.some(url => url.endsWith('.json')));
      await new Promise(resolve => ownSetTimeout(resolve, 50));
      expect(status(el)).to.contain('Spaces found: 5');
    });

    it('keeps its list when it is moved', async () => {
      const directory = directoryOf();
      const el = await render(directory, 'LS6');
      await says(el, 'Spaces found: 5');
      const asked = directory.asked.length;
      document.body.append(el);
      await el.updateComplete;
      expect(names(el)).to.have.lengthOf(5);
      expect(directory.asked.length).to.equal(asked);
      el.remove();
    });

    it('goes on when it is moved while it searches', async () => {
      const directory = directoryOf();
      const {answer, letGo} = held(/areas/);
      directory.answer = answer;
      const el = await render(directory, 'LS6');
      document.body.append(el);
      letGo();
      await says(el, 'Spaces found: 5');
      el.remove();
    });

    it('stops when it is taken away, and asks again when it comes back', async () => {
      const directory = directoryOf();
      const {answer, letGo} = held(/areas/);
      directory.answer = answer;
      const el = await render(directory, 'LS6');
      await waitUntil(() => directory.asked.some(url => url.endsWith('/held/areas')));
      const parent = el.parentElement!;
      el.remove();
      await new Promise(resolve => ownSetTimeout(resolve));
      letGo();
      await new Promise(resolve => ownSetTimeout(resolve, 50));
      expect(names(el)).to.be.empty;
      parent.append(el);
      await says(el, 'Spaces found: 5');
    });

    it('asks for wide areas only, three times in all, and no request holds the place or a choice', async () => {
      const directory = directoryOf();
      const el = await render(directory);
      onlooker.journey.set({stages: ['extreme-times']});
      await type(el, 'LS6 2AB');
      await says(el, 'Spaces found');
      const paths = directory.asked.map(url => url.slice(directory.url.length));
      expect(paths.slice(0, 2)).to.have.members(['/held/outcodes', '/held/areas']);
      expect(paths).to.have.lengthOf(3);
      expect(paths[2]).to.match(/^\/held\/areas\/[0-9a-f]{32}\.json$/);
    });

    it('stores nothing, and its events carry nothing', async () => {
      // Read here so that nothing may ever write there.
      const before = [location.href, document.cookie, localStorage.length, sessionStorage.length, history.length];
      const events: Event[] = [];
      const note = (event: Event) => events.push(event);
      document.addEventListener('held-search', note);
      document.addEventListener('held-space-open', note);
      const el = await render(directoryOf());
      await type(el, 'LS6');
      await says(el, 'Spaces found');
      await choose(el, 'Really extreme times');
      await open(el, 'Lantern House');
      await shows(el, '1 Mill Lane');
      document.removeEventListener('held-search', note);
      document.removeEventListener('held-space-open', note);
      expect(events.map(({type}) => type)).to.deep.equal(['held-search', 'held-space-open']);
      expect(events.flatMap(event => Object.keys(event)).filter(key => key !== 'isTrusted')).to.be.empty;
      expect([
        location.href,
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        history.length,
      ]).to.deep.equal(before);
    });

    it('stays at the beginning when an answer comes after it was reset', async () => {
      const directory = directoryOf();
      const {answer, letGo} = held(/areas/);
      directory.answer = answer;
      const el = await render(directory, 'LS6');
      await waitUntil(() => directory.asked.some(url => url.endsWith('/held/areas')));
      el.reset();
      letGo();
      await new Promise(resolve => ownSetTimeout(resolve, 50));
      expect(page(el)).to.contain('Where would you like to look?');
    });

    it('goes back to the beginning', async () => {
      const el = await render(directoryOf());
      await type(el, 'LS6');
      await says(el, 'Spaces found');
      await choose(el, 'Really extreme times');
      el.reset();
      await el.updateComplete;
      expect(page(el)).to.contain('Where would you like to look?');
      expect(one<HTMLInputElement>(el, '#place').value).to.equal('');
      expect(journey().stages).to.be.empty;
    });

    it('searches by the Enter key alone', async () => {
      const el = await render(directoryOf());
      one(el, '#place').focus();
      await sendKeys({type: 'LS6'});
      await sendKeys({press: 'Enter'});
      await says(el, 'Spaces found: 5');
    });

    it('takes its heading level from the host', async () => {
      const el = await fixture<SpaceFinder>(
        html`<held-space-finder directory=${directoryOf().url} place="LS6" heading-level="3"></held-space-finder>`,
      );
      await says(el, 'Spaces found');
      expect(words(one(el, 'h3'))).to.equal('Find a safe space');
      expect(all(el, 'h4.name')).to.have.lengthOf(5);
      expect(all(el, 'h1, h2')).to.be.empty;
      await expect(el).to.be.accessible();
    });

    it('shows the heading of the host', async () => {
      const el = await fixture<SpaceFinder>(
        html`<held-space-finder directory=${directoryOf().url}><h2 slot="heading">Near you</h2></held-space-finder>`,
      );
      expect(el.renderRoot.querySelector('slot')!.assignedElements().map(words)).to.deep.equal(['Near you']);
    });

    it('only links to the crisis signpost where that stands before it', async () => {
      const post = signpost();
      document.body.prepend(post);
      const el = await render(directoryOf());
      expect(one(el, '.crisis-strip')).to.not.exist;
      await press(el, 'Go to help for right now');
      expect(post.reveals).to.equal(1);
      document.body.append(post);
      await el.updateComplete;
      hasCrisisNumbers(el);
      await press(el, 'More people to turn to');
      expect(post.reveals).to.equal(2);
    });
  });
});
