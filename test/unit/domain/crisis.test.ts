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
  type CrisisContact,
  type LineOpening,
  type ListingOptions,
} from '@held-spaces/domain/crisis';
import {fallbackHtml, fallbackList} from '@held-spaces/domain/crisis-fallback';
import {
  ageProblems,
  reviewProblems,
  shownContact,
  type RetiredContacts,
  type ReviewedContact,
} from '@held-spaces/domain/crisis-review';
import {crisisChecked, crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import {crisisCore} from '@held-spaces/domain/generated/crisis-core';
import {crisisChecked as rowsChecked, crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {isOpenAt} from '@held-spaces/domain/opening-hours';
import {nations, type Nation} from '@held-spaces/domain/vocabularies';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../../../domain/data/${name}.json`, import.meta.url), 'utf8')) as T;
const reviewed = read<ReviewedContact[]>('crisis-contacts');
const retired = read<RetiredContacts>('retired-numbers');
const bundled = JSON.stringify(crisisContacts);

/** A Saturday afternoon in November, the day of the check. */
const now = new Date('2026-11-21T15:00:00Z');
const listed = (options: Partial<ListingOptions> = {}) =>
  contactsFor(crisisContacts, {now, checked: crisisChecked, ...options});
const ids = (options: Partial<ListingOptions> = {}) => listed(options).lines.map(({contact}) => contact.id);
const firstIds = (nation?: Nation) =>
  listed({nation})
    .lines.map(line => line.contact)
    .filter(each => each.first)
    .map(({id}) => id);
const contact = (id: string) => crisisContacts.find(each => each.id === id) as CrisisContact;
const record = (id: string) => reviewed.find(each => each.id === id) as ReviewedContact;
const isOpen = (opening: LineOpening | undefined) =>
  opening === 'always' || (opening !== undefined && opening !== 'unsure' && opening.isOpen);
const opening = (id: string, at: string) =>
  listed({now: new Date(at)}).lines.find(line => line.contact.id === id)?.opening ??
  listed({now: new Date(at), nation: 'scotland'}).lines.find(line => line.contact.id === id)?.opening;

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

describe('the traps', () => {
  it('trap 1: Live Fear Free is 0808 80 10 800, never the misprint that ends in 100', () => {
    expect(contact('live-fear-free').phone).toBe('0808 80 10 800');
    expect(bundled).not.toContain('0808 80 10 100');
  });

  it('trap 2: 0808 2000 247 is shown in England only', () => {
    expect(contact('refuge-ndah').nations).toEqual(['england']);
    for (const nation of [undefined, 'scotland', 'wales', 'northern-ireland'] as const) {
      expect(ids({nation})).not.toContain('refuge-ndah');
    }
  });

  it('trap 3: no e-mail address is published for Samaritans, or for anyone', () => {
    expect(bundled).not.toMatch(/[\w.]+@[\w.]+|mailto:/);
  });

  it('trap 4: The Mix, whose phone line may be gone, is not shown', () => {
    expect(bundled).not.toContain('0808 808 4994');
    expect(ids()).not.toContain('the-mix');
  });

  it("trap 5: no line, and no chat, of Women's Aid is offered", () => {
    expect(bundled.toLowerCase()).not.toContain('womensaid');
  });

  it('trap 6: Switchboard is 0800 0119 100, never its old number or the misprint of it', () => {
    expect(contact('switchboard-lgbt').phone).toBe('0800 0119 100');
    expect(bundled).not.toMatch(/0300 330 0630|0330 330 0630/);
  });

  it('trap 7: the Samaritans line in Welsh is 0808 164 0123, never its old number', () => {
    expect(contact('samaritans-cymru')).toMatchObject({phone: '0808 164 0123', nations: ['wales']});
    expect(bundled).not.toContain('0300 123 3011');
  });

  it('trap 8: Papyrus goes by its new name, with one of the three text numbers in circulation', () => {
    expect(contact('papyrus-hopeline247')).toMatchObject({name: 'Papyrus HOPELINE247', text: {number: '88247'}});
    expect(bundled).not.toMatch(/HOPELINEUK|07860 ?039967|07786 ?209697/);
  });

  it('trap 9: neither the closed BSL Health Access nor the keyword DEAF is offered', () => {
    expect(bundled).not.toMatch(/bslhealthaccess|"DEAF"/i);
  });

  it('trap 10: 0800 689 5652, whose hours nobody agrees on, is left out', () => {
    expect(bundled).not.toContain('0800 689 5652');
  });

  it('trap 11: no time is claimed for SANEline and the Muslim Youth Helpline, and the Mind Infoline is left out', () => {
    for (const id of ['saneline', 'muslim-youth-helpline']) {
      expect(contact(id).hours).toBeUndefined();
      for (const at of ['2026-11-21T20:00:00Z', '2026-11-23T03:00:00Z']) expect(opening(id, at)).toBe('unsure');
    }
    expect(bundled).not.toContain('0300 123 3393');
  });

  it('trap 12: a text-only line has no number to call, and 999 has none to text', () => {
    for (const id of ['shout', 'youngminds-textline']) {
      expect(contact(id).phone).toBeUndefined();
      expect(isDiallable(contact(id).text?.number ?? '')).toBe(false);
    }
    expect(contact('emergency-999').text).toBeUndefined();
    expect(bundled).not.toContain('emergencysms');
  });

  it('trap 13: "not on the bill" is said of Samaritans, Childline and Breathing Space, and of no other free line', () => {
    const hidden = crisisContacts.filter(({hiddenFromBill}) => hiddenFromBill).map(({id}) => id);
    expect(hidden.sort()).toEqual(['breathing-space', 'childline', 'samaritans']);
  });

  it('trap 14: lines that the research does not cover have not crept in, nor chat of Samaritans or CALM', () => {
    expect(bundled).not.toMatch(/meiccymru|dan247|cruse|combatstress/i);
    expect(contact('samaritans').chat ?? contact('calm').chat).toBeUndefined();
  });
});

describe('the reviewed list', () => {
  const problems = (change: Partial<ReviewedContact>, id = 'calm') =>
    reviewProblems(
      reviewed.map(each => (each.id === id ? {...each, ...change} : each)),
      retired,
    );

  it('may be built as it stands', () => {
    expect(reviewProblems(reviewed, retired)).toEqual([]);
  });

  it('says which record has no source, no date, or no nation', () => {
    expect(problems({source: ''})).toEqual(['Crisis contact "calm": no source.']);
    expect(problems({sourceDate: ''})[0]).toContain('no date of its source');
    expect(problems({checked: 'yesterday'})[0]).toContain('"checked" is not a date');
    expect(problems({nations: []})[0]).toContain('no known nation');
  });

  it('refuses retired numbers and addresses, and numbers that a phone cannot dial or text', () => {
    expect(problems({phone: '0300 330 0630'})).toEqual(['Crisis contact "calm": 0300 330 0630 is retired.']);
    expect(problems({web: 'https://emergencysms.net/'})[0]).toContain('emergencysms.net is retired');
    expect(problems({phone: '85258'})[0]).toContain('a phone cannot dial "85258"');
    expect(problems({text: {number: '116 123', keyword: null}})[0]).toContain('a phone cannot text');
    expect(problems({phone: '08005858580'})[0]).toContain('not in groups');
  });

  it('refuses a list that leaves a nation without its NHS line, or without anyone to call or text at night', () => {
    expect(problems({displayByDefault: false}, 'nhs-111-wales')).toEqual([
      'The crisis list has no NHS line for wales.',
    ]);
    expect(problems({displayByDefault: false}, 'shout')).toHaveLength(4);
  });

  it('keeps back every record and every field of low confidence', () => {
    const low = reviewed.filter(({confidence}) => confidence === 'low');
    expect(low.map(({id}) => id).sort()).toEqual([
      'signhealth-text',
      'sos-silence-of-suicide',
      'the-mix',
      'youngminds-parents',
    ]);
    for (const each of low) expect(shownContact(each)).toBeUndefined();
    expect(contact('galop')).not.toHaveProperty('nations');
    expect(contact('galop')).not.toHaveProperty('hours');
    expect(contact('nhs-111-england')).not.toHaveProperty('relay');
    expect(shownContact(record('emergency-999'))).not.toHaveProperty('text');
  });

  it('gives a date of a page only where the page has one', () => {
    expect(contact('switchboard-lgbt').pageDate).toBe('2023-03-15');
    expect(contact('samaritans').pageDate).toBeUndefined();
    // The date of somebody else's check is no date of the page.
    expect(contact('refuge-ndah').pageDate).toBeUndefined();
  });

  it('refuses the numbers of lines that ended, or whose hours nobody agrees on', () => {
    for (const number of ['0808 808 4994', '0800 689 5652']) {
      expect(problems({phone: number})).toEqual([`Crisis contact "calm": ${number} is retired.`]);
    }
    for (const number of ['07860 039967', '07786 209697']) {
      expect(problems({text: {number, keyword: null}})).toEqual([`Crisis contact "calm": ${number} is retired.`]);
    }
  });

  it('loses nothing on its way into the rows of the signpost', () => {
    /** What is undefined or empty is missing. */
    const known = (value: object) =>
      JSON.parse(JSON.stringify(value, (_, each: unknown) => each || undefined)) as object;
    // Of what kind a line is makes a difference among the first alone.
    expect(crisisEntries.map(known)).toEqual(
      crisisContacts.map(({kind, ...rest}) => known({...rest, ...(rest.first && {kind})})),
    );
    expect(rowsChecked).toBe(crisisChecked);
  });

  it('refuses a list whose check is older than its limit, on the day after it', () => {
    expect(ageProblems(reviewed, '2027-02-19')).toEqual([]);
    expect(ageProblems(reviewed, '2027-02-20')).toHaveLength(crisisContacts.length);
    expect(ageProblems(reviewed, '2027-02-20')[0]).toContain('last checked 2026-11-21, more than 90 days ago');
  });

  it('refuses a line that says it never tells anyone while the signpost says that there is none', () => {
    expect(problems({emergencyPolicy: {mayActWithoutConsent: false}})[0]).toContain('it never tells anyone');
  });

  it('fits lines to what a person can do as their own pages do', () => {
    const fitting = (letter: string) => crisisContacts.filter(each => each.fitting?.includes(letter)).map(({id}) => id);
    expect(fitting('c')).toEqual(['childline', 'youngminds-textline']);
    expect(fitting('y')).toEqual(['papyrus-hopeline247']);
    expect(fitting('w')).toEqual(['samaritans-cymru']);
    expect(fitting('a')).toEqual([
      'refuge-ndah',
      'live-fear-free',
      'scotland-dafmh',
      'ni-dsah',
      'mens-advice-line',
      'galop',
    ]);
    expect(fitting('h')).toContain('lifeline-ni');
    expect(fitting('h')).not.toContain('samaritans');
  });

  it('is what the widgets carry', () => {
    const {status, stderr} = spawnSync(process.execPath, ['scripts/generate-crisis-contacts.mjs', '--check'], {
      cwd: new URL('../../../', import.meta.url),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('the list for a page without JavaScript', () => {
  const words = (nation?: Nation) => fallbackList(nation).map(line => line.replace(/<[^>]+>/g, ''));
  const always = 'Day and night, every day';
  const danger = 'If a life is in danger now, call 999';
  const people = [`Samaritans: call 116 123. ${always}`, `Shout: text SHOUT to 85258. ${always}`];
  const sign = 'British Sign Language in an emergency: 999bsl.co.uk';

  it('reads as it was reviewed, for each nation', () => {
    expect(words()).toEqual([danger, ...people, sign]);
    expect(words('england')).toEqual([
      danger,
      `NHS 111: call 111 and choose the mental health option. ${always}`,
      ...people,
      sign,
    ]);
    expect(words('scotland')).toEqual([
      danger,
      `NHS 24: call 111 and choose the mental health option. ${always}`,
      ...people,
      'Breathing Space: call 0800 83 85 87. Evenings, nights and all weekend',
      sign,
    ]);
    expect(words('wales')).toEqual([
      danger,
      `NHS 111 Wales: call 111 and press 2. ${always}`,
      people[0],
      'Samaritans in Welsh: call 0808 164 0123. Every day, 7pm to 11pm',
      `C.A.L.L.: call 0800 132 737, or text help to 81066. ${always}`,
      people[1],
      sign,
    ]);
    expect(words('northern-ireland')).toEqual([danger, `Lifeline: call 0808 808 8000. ${always}`, ...people, sign]);
  });

  it('links numbers to calls and texts, and says when they were checked', () => {
    const page = fallbackHtml('england', 3);
    expect(page).toContain('<a href="tel:116123">116 123</a>');
    expect(page).toContain('<a href="sms:85258?&amp;body=SHOUT">SHOUT to 85258</a>');
    expect(page).toContain('Numbers last checked: 21 November 2026');
    expect(page.startsWith('<h3>')).toBe(true);
  });
});
