import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';
import {clearJourney, JourneyController, type Journey, type LandmarkKind} from '../../src/controllers/journey.js';

/** A widget, made by one copy of the library. */
function widget(tag: string, Controller: typeof JourneyController, kind?: LandmarkKind) {
  class Widget extends LitElement {
    drawn = 0;
    resets = 0;
    reveals = 0;
    readonly journey = new Controller(this, kind, () => this.reveals++);
    reset() {
      this.resets++;
    }
    protected override updated() {
      this.drawn++;
    }
  }
  customElements.define(tag, Widget);
  return () => document.createElement(tag) as InstanceType<typeof Widget>;
}
const plain = widget('x-journey-plain', JourneyController);
const finder = widget('x-journey-finder', JourneyController, 'finder');

const key = Symbol.for('held-spaces.journey.1');
interface Point {
  journey: Journey & Record<string, unknown>;
  listeners: Set<unknown>;
  landmarks: Set<unknown>;
}
const point = () => (document as unknown as Record<symbol, Point>)[key]!;

const put = async <T extends LitElement>(element: T, into: ParentNode = document.body): Promise<T> => {
  into.append(element);
  await element.updateComplete;
  return element;
};
const sizes = () => [point().listeners.size, point().landmarks.size];

afterEach(() => {
  document.body.replaceChildren();
  clearJourney();
});

describe('widgets on one page', () => {
  it('know the same, whichever came first and whichever shadow root each is in', async () => {
    const early = await put(plain());
    early.journey.set({stages: ['testing-times'], role: 'holder', nation: 'wales'});
    const host = document.body.appendChild(document.createElement('div'));
    const late = await put(plain(), host.attachShadow({mode: 'open'}));
    expect(late.journey.now).to.deep.include({stages: ['testing-times'], role: 'holder', nation: 'wales'});
    const before = early.drawn;
    late.journey.set({stages: []});
    await early.updateComplete;
    expect(early.journey.now.stages).to.be.empty;
    expect(early.drawn).to.equal(before + 1);
  });

  it('find one that is upgraded late, and lose one that leaves', async () => {
    const asking = await put(plain());
    const waiting = document.createElement('x-journey-late');
    document.body.append(waiting);
    expect(asking.journey.has('evaluation')).to.be.false;
    widget('x-journey-late', JourneyController, 'evaluation');
    await asking.updateComplete;
    expect(asking.journey.reveal('evaluation')).to.be.true;
    const before = asking.drawn;
    waiting.remove();
    await asking.updateComplete;
    expect(asking.journey.has('evaluation')).to.be.false;
    expect(asking.drawn).to.equal(before + 1);
  });

  it('are known as one that comes before another only in the same tree', async () => {
    const first = await put(finder());
    const after = await put(plain());
    expect(after.journey.comesAfter('finder')).to.be.true;
    document.body.append(first);
    expect(after.journey.comesAfter('finder')).to.be.false;
    const host = document.body.appendChild(document.createElement('div'));
    const inside = await put(plain(), host.attachShadow({mode: 'open'}));
    expect(inside.journey.comesAfter('finder')).to.be.false;
    expect(inside.journey.has('finder')).to.be.true;
  });

  it('hear nothing while they are away, and know what changed when they come back', async () => {
    const away = await put(plain());
    const here = await put(plain());
    away.remove();
    const before = away.drawn;
    here.journey.set({stages: ['not-sure']});
    await here.updateComplete;
    expect(away.drawn).to.equal(before);
    document.body.append(away);
    expect(away.journey.now.stages).to.deep.equal(['not-sure']);
  });

  it('leave nothing behind, however often they come and go', async () => {
    await put(plain());
    const before = sizes();
    for (let round = 0; round < 50; round++) {
      const [one, other] = [await put(finder()), await put(plain())];
      document.body.append(one);
      one.remove();
      other.remove();
    }
    expect(sizes()).to.deep.equal(before);
  });

  it('meet those of another copy of the library', async () => {
    // Another address is another module, as in a second script on the page.
    const address = '../../src/controllers/journey.ts?copy=2';
    const {JourneyController: Other} = (await import(address)) as {JourneyController: typeof JourneyController};
    expect(Other).not.to.equal(JourneyController);
    const theirs = await put(widget('x-journey-other-copy', Other, 'signpost')());
    const ours = await put(plain());
    ours.journey.set({stages: ['threshold']});
    expect(theirs.journey.now.stages).to.deep.equal(['threshold']);
    expect(ours.journey.reveal('signpost')).to.be.true;
    expect(theirs.reveals).to.equal(1);
    clearJourney();
    expect(theirs.resets).to.equal(1);
  });

  it('leave alone what a newer copy has put there', async () => {
    const ours = await put(plain());
    point().journey = {...point().journey, tomorrow: 'kept'};
    ours.journey.set({stages: ['not-sure']});
    expect(point().journey.tomorrow).to.equal('kept');
    expect(Object.keys(document)).not.to.include(String(key));
  });

  it('share nothing where one stands alone, in either direction', async () => {
    const alone = plain();
    alone.toggleAttribute('alone', true);
    await put(alone);
    const other = await put(plain());
    await put(finder());
    alone.journey.set({stages: ['extreme-times']});
    expect(other.journey.now.stages).to.be.empty;
    other.journey.set({role: 'holder'});
    expect(alone.journey.now.role).to.be.undefined;
    expect(alone.journey.has('finder')).to.be.false;
    const before = alone.drawn;
    alone.journey.set({stages: []});
    await alone.updateComplete;
    expect(alone.drawn).to.equal(before + 1);
  });

  it('forget everything at once, those that stand alone too', async () => {
    const [shared, alone] = [plain(), plain()];
    alone.toggleAttribute('alone', true);
    await put(shared);
    await put(alone);
    shared.journey.set({stages: ['threshold'], role: 'both', nation: 'scotland', place: 'Leith', easyRead: true});
    alone.journey.set({stages: ['extreme-times']});
    clearJourney();
    for (const each of [shared, alone]) {
      expect(each.journey.now).to.deep.equal({stages: [], holderStages: []});
      expect(each.resets).to.equal(1);
    }
  });

  it('write nothing anywhere that outlives the page', async () => {
    const before = [location.href, document.title, document.cookie, localStorage.length, sessionStorage.length];
    const one = await put(plain());
    one.journey.set({stages: ['extreme-times'], role: 'both', nation: 'england', place: 'Leeds'});
    clearJourney();
    expect([location.href, document.title, document.cookie, localStorage.length, sessionStorage.length]).to.deep.equal(
      before,
    );
  });
});
