import {
  contactsFor,
  coreContacts,
  crisisStaleAfterDays,
  isDiallable,
  isTextable,
  openLine,
  smsLink,
  spokenNumber,
  telephoneLink,
  type ListingOptions,
} from '@held-spaces/domain/crisis';
import {crisisChecked, crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import {crisisCore} from '@held-spaces/domain/generated/crisis-core';
import {isOpenAt} from '@held-spaces/domain/opening-hours';
import {nations} from '@held-spaces/domain/vocabularies';
import {describe, expect, it} from 'vitest';
import {contact, firstIds, ids, isOpen, listed, now, opening, record} from '../../support/crisis-list.js';

describe('the lines of each nation', () => {
  it('gives England the danger line, NHS 111, Samaritans and Shout first', () => {
    expect(firstIds('england')).toEqual(['emergency-999', 'nhs-111-england', 'samaritans', 'shout']);
    expect(contact('nhs-111-england').option).toBe('choose');
  });

  it('gives Scotland NHS 24 and Breathing Space', () => {
    expect(firstIds('scotland')).toEqual([
      'emergency-999',
      'nhs-24-scotland',
      'samaritans',
      'shout',
      'breathing-space',
    ]);
    expect(contact('nhs-24-scotland').option).toBe('choose');
  });

  it('gives Wales "press 2", the Welsh line and C.A.L.L.', () => {
    expect(firstIds('wales')).toEqual([
      'emergency-999',
      'nhs-111-wales',
      'samaritans',
      'samaritans-cymru',
      'call-wales',
      'shout',
    ]);
    expect(contact('nhs-111-wales').option).toBe('press-2');
  });

  it('gives Northern Ireland Lifeline first of the people to reach, and no 111', () => {
    expect(firstIds('northern-ireland')).toEqual(['emergency-999', 'lifeline-ni', 'samaritans', 'shout']);
    expect(listed({nation: 'northern-ireland'}).lines.some(({contact: {phone}}) => phone === '111')).toBe(false);
  });

  it('shows only lines of the whole UK while nobody has said where they are', () => {
    expect(firstIds()).toEqual(['emergency-999', 'samaritans', 'shout']);
    expect(listed().lines.every(({contact: {nations: where}}) => where?.length === 4)).toBe(true);
  });

  it("gives each nation its own abuse line and no other nation's", () => {
    const lines = {
      england: '0808 2000 247',
      scotland: '0800 027 1234',
      wales: '0808 80 10 800',
      'northern-ireland': '0808 802 1414',
    };
    for (const nation of nations) {
      const numbers = listed({nation}).lines.map(({contact: {phone}}) => phone);
      for (const [where, number] of Object.entries(lines)) expect(numbers.includes(number)).toBe(where === nation);
    }
  });

  it('leaves at least two ways to reach a person at each hour of a week, one of them not a voice call', () => {
    for (const nation of [undefined, ...nations]) {
      for (let hour = 0; hour < 168; hour++) {
        const at = new Date(now.getTime() + hour * 3_600_000);
        const open = listed({nation, now: at}).lines.filter(
          line => line.contact.kind !== 'emergency' && isOpen(line.opening),
        );
        expect(open.length).toBeGreaterThanOrEqual(2);
        expect(open.some(line => line.contact.text)).toBe(true);
        expect(open.some(line => line.contact.phone)).toBe(true);
      }
    }
  });

  it('gives the other widgets people first and 999 last, never alone', () => {
    expect(coreContacts('england').map(({id}) => id)).toEqual([
      'samaritans',
      'shout',
      'nhs-111-england',
      'emergency-999',
    ]);
    expect(coreContacts('northern-ireland').map(({id}) => id)).toEqual([
      'lifeline-ni',
      'samaritans',
      'shout',
      'emergency-999',
    ]);
    expect(coreContacts().map(({id}) => id)).toEqual(['samaritans', 'shout', 'emergency-999']);
  });

  it('carries in every widget only lines that stand in the full list, all of them open by day and night', () => {
    for (const line of crisisCore) expect(contact(line.id)).toMatchObject({...line, hours: 'always'});
  });
});

describe('open and closed', () => {
  it('says that day and night lines are open whatever the clock says', () => {
    for (const at of ['1970-01-01T00:00:00Z', '2026-11-22T04:00:00Z', '2099-06-01T12:00:00Z']) {
      expect(opening('samaritans', at)).toBe('always');
    }
    expect(listed({now: new Date(NaN)}).lines[0]?.opening).toBe('always');
  });

  it('knows that CALM is open from 5pm to midnight', () => {
    expect(opening('calm', '2026-11-23T16:59:00Z')).toMatchObject({isOpen: false, changesIn: 1});
    expect(opening('calm', '2026-11-23T17:00:00Z')).toMatchObject({isOpen: true, changesIn: 7 * 60});
  });

  it('knows that Breathing Space is open past midnight from Monday to Thursday', () => {
    expect(opening('breathing-space', '2026-11-25T01:30:00Z')).toMatchObject({isOpen: true, changesIn: 30});
    expect(opening('breathing-space', '2026-11-25T02:30:00Z')).toMatchObject({isOpen: false});
  });

  it('keeps Breathing Space open through the whole weekend, from Friday 6pm to Monday 6am', () => {
    expect(opening('breathing-space', '2026-11-27T18:00:00Z')).toMatchObject({isOpen: true, changesIn: 60 * 60});
    expect(opening('breathing-space', '2026-11-30T05:59:00Z')).toMatchObject({isOpen: true, changesIn: 1});
    expect(opening('breathing-space', '2026-11-30T06:00:00Z')).toMatchObject({isOpen: false, changesIn: 12 * 60});
  });

  it('says at every half hour what the opening hours of the directory say, clock changes included', () => {
    for (const [from, nation] of [
      ['2026-11-20', 'wales'],
      ['2027-03-25', 'scotland'],
      ['2026-10-22', 'england'],
    ] as const) {
      for (let half = 0; half < 48 * 8; half++) {
        const at = new Date(Date.parse(from) + half * 1_800_000);
        for (const line of contactsFor(crisisContacts, {nation, now: at, checked: from}).lines) {
          const {hours} = record(line.contact.id);
          if (typeof line.opening !== 'object' || !hours || hours === '24/7') continue;
          const schedules = hours.map(row => ({
            freq: row.freq,
            byday: row.byday.split(','),
            opensAt: row.opens_at,
            closesAt: row.closes_at,
          }));
          expect([line.contact.id, at, line.opening.isOpen]).toEqual([line.contact.id, at, isOpenAt(schedules, at)]);
        }
      }
    }
  });

  it('follows the clocks of London when they change', () => {
    // On 29 March 2026 the clocks go forward; 5pm is then 16:00 UTC. The list is read as of its own day.
    const at = (iso: string) => contactsFor(crisisContacts, {now: new Date(iso), checked: '2026-03-01'});
    const calm = (iso: string) => at(iso).lines.find(line => line.contact.id === 'calm')?.opening;
    expect(calm('2026-03-28T16:30:00Z')).toMatchObject({isOpen: false});
    expect(calm('2026-03-29T16:30:00Z')).toMatchObject({isOpen: true});
  });

  it('claims nothing of a line with hours where the device shows no time at all', () => {
    expect(contactsFor(crisisContacts, {now: new Date(NaN), checked: crisisChecked}).freshness).toBe('clock');
  });

  it('keeps closed lines on the page, with an open one to stand beside them', () => {
    const {lines} = listed({nation: 'wales', now: new Date('2026-11-23T03:00:00Z')});
    expect(lines.find(line => line.contact.id === 'samaritans-cymru')?.opening).toMatchObject({isOpen: false});
    expect(openLine(lines)?.phone).toBe('116 123');
  });
});

describe('an old list, or a clock that is wrong', () => {
  const lasting = (options: Partial<ListingOptions>) =>
    listed(options).lines.every(
      ({contact: {kind, hours}}) => kind === 'emergency' || kind === 'nhs-urgent' || hours === 'always',
    );

  it('is current on the last day of its limit and stale on the next', () => {
    const after = (days: number) => new Date(Date.parse(crisisChecked) + days * 86_400_000);
    expect(listed({now: after(crisisStaleAfterDays)}).freshness).toBe('current');
    expect(listed({now: after(crisisStaleAfterDays + 1)}).freshness).toBe('stale');
  });

  it('shows only 999, NHS lines and day and night lines when it is stale', () => {
    const options = {now: new Date('2027-05-01T12:00:00Z'), nation: 'scotland'} as const;
    expect(listed(options).freshness).toBe('stale');
    expect(lasting(options)).toBe(true);
    expect(ids(options)).toContain('nhs-24-scotland');
    expect(ids(options)).not.toContain('breathing-space');
  });

  it.each(['2024-11-21', '2028-11-21', '1970-01-01', '2099-01-01'])(
    'doubts a clock that shows %s, and keeps the numbers',
    day => {
      const options = {now: new Date(`${day}T12:00:00Z`), nation: 'england'} as const;
      expect(listed(options).freshness).toBe('clock');
      expect(lasting(options)).toBe(true);
      expect(ids(options).slice(0, 4)).toEqual(['emergency-999', 'nhs-111-england', 'samaritans', 'shout']);
    },
  );

  it('does not take for fresh what says it was checked on a day to come', () => {
    const options = {checked: '2026-12-24', now, nation: 'scotland'} as const;
    expect(listed(options).freshness).toBe('clock');
    expect(lasting(options)).toBe(true);
    expect(ids(options)).not.toContain('breathing-space');
  });

  it("takes the host's own limit", () => {
    expect(listed({now: new Date('2026-12-21T12:00:00Z'), staleAfterDays: 7}).freshness).toBe('stale');
  });
});

describe('links', () => {
  it('dials digits only, in national form', () => {
    expect(telephoneLink('116 123')).toBe('tel:116123');
    expect(telephoneLink('18001 0808 808 8000')).toBe('tel:1800108088088000');
  });

  it('writes the keyword into a text on both kinds of phone', () => {
    expect(smsLink('85258', 'SHOUT')).toBe('sms:85258?&body=SHOUT');
    expect(smsLink('88247')).toBe('sms:88247');
  });

  it('speaks a number digit by digit, with a rest between groups', () => {
    expect(spokenNumber('116 123')).toBe('1 1 6, 1 2 3');
    expect(spokenNumber('999')).toBe('9 9 9');
  });

  it('tells numbers that a phone can dial from those it cannot', () => {
    for (const number of [
      '999',
      '111',
      '116 123',
      '0800 1111',
      '0808 808 8000',
      '0800 83 85 87',
      '18000',
      '18001 111',
    ]) {
      expect(isDiallable(number)).toBe(true);
    }
    for (const number of ['85258', '0808', '12345', '116-123', '', 'tel:999', '0808 808 80001']) {
      expect(isDiallable(number)).toBe(false);
    }
    expect(isTextable('85258') && isTextable('07860 077333')).toBe(true);
    expect(isTextable('999') || isTextable('0808 808 8000')).toBe(false);
  });
});
