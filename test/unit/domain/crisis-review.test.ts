import {ageProblems, reviewProblems, shownContact, type ReviewedContact} from '@held-spaces/domain/crisis-review';
import {crisisChecked, crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import {crisisChecked as rowsChecked, crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {contact, record, retired, reviewed} from '../../support/crisis-list.js';

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
    expect(problems({checked: '2026-02-30'})[0]).toContain('"checked" is not a date');
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

  it('refuses a list that was checked on a day to come, which would pass as fresh for longer than its limit', () => {
    expect(ageProblems(reviewed, crisisChecked)).toEqual([]);
    const ahead = reviewed.map(each => (each.id === 'calm' ? {...each, checked: '2026-11-23'} : each));
    expect(ageProblems(ahead, '2026-11-23')).toEqual([]);
    expect(ageProblems(ahead, '2026-11-22')).toEqual([
      'Crisis contact "calm": last checked 2026-11-23, which is after today, 2026-11-22.',
    ]);
  });

  it('is held to that by the check at the command line', () => {
    const check = (today: string) =>
      spawnSync(process.execPath, ['scripts/check-crisis.mjs', '--today', today], {
        cwd: new URL('../../../', import.meta.url),
        encoding: 'utf8',
      });
    expect(check('2026-11-22')).toMatchObject({status: 0, stderr: ''});
    expect(check('2026-11-20').status).toBe(1);
    expect(check('2026-11-20').stderr).toContain('which is after today, 2026-11-20');
    expect(check('2027-02-20').status).toBe(1);
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
