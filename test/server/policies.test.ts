import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {withholdReasons} from '@held-spaces/domain/moderation';
import {gaps} from '../../server/src/policies/policy.js';
import {policyFiles} from '../../server/src/policies/pages.js';
import {impactAssessment} from '../../server/src/policies/impact-assessment.js';
import {accessibility, complaints, moderation, privacy} from '../../server/src/policies/public-policies.js';
import {buildProgram, run, serve} from './support/process.js';

const all = [moderation, privacy, complaints, accessibility, impactAssessment];
const facts = {
  operator: 'Tea & Company',
  contact: 'hello@tea.example',
  takesWords: true,
  keepYears: 5,
  sealsContacts: false,
  knowsBankHolidays: false,
};
const nobody = {takesWords: true, keepYears: 5, sealsContacts: true, knowsBankHolidays: false};
const page = (name: string, given: Parameters<typeof policyFiles>[0] = facts) => policyFiles(given).get(name) ?? '';

describe('policy pages', () => {
  it('name the operator and how to reach them, and show what is not known as a gap', () => {
    const known = page('privacy.html');
    expect(known).toContain('Tea &#38; Company runs this list.');
    expect(known).toContain('<a href="mailto:hello@tea.example">hello@tea.example</a>');
    expect(known).toContain(`<mark>[${gaps.regulator}]</mark>`);
    expect(page('privacy.html', nobody)).toContain(`<mark>[${gaps.operator}]</mark> runs this list.`);
    for (const [name, text] of policyFiles(nobody)) expect(text, name).not.toMatch(/\{\w+\}|undefined/);
  });

  it('say that they are templates, each of them', () => {
    for (const {name} of all) {
      expect(page(`${name}.html`), name).toContain('This is a template. Tea &#38; Company has not adapted it yet.');
    }
  });

  it('give every reason for which words may be left out', () => {
    expect(moderation.sections.find(({id}) => id === 'reasons')?.list).toHaveLength(withholdReasons.length);
  });

  it('promise no reader where no words are taken', () => {
    for (const name of ['moderation.html', 'complaints.html']) {
      const text = page(name, {...facts, takesWords: false});
      expect(text, name).not.toMatch(/moderator reads|moderators decide/);
    }
    expect(page('moderation.html', {...facts, takesWords: false})).toContain('This list takes ticks and no words.');
    expect(page('moderation.html')).not.toContain('This list takes ticks and no words.');
    expect(page('moderation.html')).toContain('A moderator reads all words before anyone else can.');
  });

  it('promise a sealed contact and days that do not count only where the directory keeps to that', () => {
    const sealed = 'It is locked on your own phone or computer.';
    expect(page('privacy.html')).not.toContain(sealed);
    expect(page('privacy.html', {...facts, sealsContacts: true})).toContain(sealed);
    expect(page('complaints.html')).toContain('48 hours. Weekends do not count.');
    expect(page('complaints.html', {...facts, knowsBankHolidays: true})).toContain('Weekends and bank holidays do');
  });

  it('say for how long it is kept, and other days where the operator has said how many', () => {
    expect(page('privacy.html')).toContain('no longer than this many years: 5. It leaves our safe copies within');
    expect(page('privacy.html', {...facts, keepYears: 2})).toContain('no longer than this many years: 2.');
    expect(page('privacy.html')).toContain(`this many days: <mark>[${gaps.backupDays}]</mark>`);
    expect(page('privacy.html', {...facts, backupDays: 30})).toContain('safe copies within this many days: 30');
    expect(page('moderation.html', {...facts, readWithinDays: 7})).toContain(
      'We aim to do this within this many days: 7',
    );
    expect(page('impact-assessment.html')).toContain('no longer than this many years: 5');
  });

  it('say in Welsh where to ask for them in Welsh', () => {
    for (const [name, text] of policyFiles(facts)) {
      if (!name.endsWith('.html')) continue;
      expect(text, name).toMatch(/<p lang="cy">Mae&#39;r dudalen hon yn Saesneg\..*hello@tea\.example/);
    }
  });

  it('tell a space how to reply', () => {
    expect(page('moderation.html')).toContain('<li>Do not explain their words as part of an illness.</li>');
  });

  it('let nothing of the environment become markup', () => {
    const hostile = {...facts, operator: '<script>alert(1)</script>"', contact: 'javascript:alert(1)'};
    for (const [name, text] of policyFiles(hostile)) {
      if (!name.endsWith('.html')) continue;
      expect(text, name).not.toContain('<script');
      expect(text, name).not.toContain('href="javascript');
    }
    expect(page('privacy.html', {...facts, contact: 'https://tea.example/"onclick='})).not.toContain('"onclick');
  });

  it('lead to each other and to nowhere else', () => {
    const files = policyFiles(facts);
    for (const [name, text] of files) {
      for (const [, href = ''] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
        expect(files.has(href) || href.startsWith('mailto:'), `${name}: ${href}`).toBe(true);
      }
    }
  });

  it('have short sentences, but for the one that is not for visitors', () => {
    for (const {name, sections} of [moderation, privacy, complaints, accessibility]) {
      for (const sentence of sections.flatMap(({text}) => text.split(/(?<=[.:]) /))) {
        expect(sentence.split(' ').length, `${name}: ${sentence}`).toBeLessThanOrEqual(26);
      }
    }
  });
});

describe('held-directory policies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'held-policies-'));
  const variables = {HELD_DATABASE_URL: `file:${join(folder, 'held.sqlite')}`};
  const own = join(folder, 'own');

  beforeAll(() => buildProgram());
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('writes the pages, once, for the operator to adapt; the directory serves those, or the templates', async () => {
    const written = await run(['policies', own], {HELD_OPERATOR: 'Tea & Company'});
    expect(written.code).toBe(0);
    expect(readFileSync(join(own, 'moderation.html'), 'utf8')).toContain('Tea &#38; Company');
    const again = await run(['policies', own]);
    expect(again).toMatchObject({code: 1});
    expect(again.error).toContain('Nothing was written.');
    expect(existsSync(join(own, 'index.html'))).toBe(true);

    const templates = await serve({...variables, HELD_OPERATOR: 'Lantern Trust'});
    const answer = await fetch(`${templates.base}/policies/moderation.html`);
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'; style-src 'self'");
    expect(await answer.text()).toContain('Lantern Trust has not adapted it yet');
    expect((await fetch(`${templates.base}/policies`)).url).toBe(`${templates.base}/policies/`);
    expect((await fetch(`${templates.base}/policies/policies.css`)).status).toBe(200);
    expect((await fetch(`${templates.base}/policies/..%2fpackage.json`)).status).toBe(404);
    templates.process.kill('SIGKILL');
    await templates.ended;

    writeFileSync(join(own, 'moderation.html'), '<!doctype html><title>Ours</title>{{directory}}');
    const adapted = await serve({...variables, HELD_POLICIES: own});
    const text = await (await fetch(`${adapted.base}/policies/moderation.html`)).text();
    // As it is: it is the operator's text.
    expect(text).toBe('<!doctype html><title>Ours</title>{{directory}}');
    adapted.process.kill('SIGKILL');
    await adapted.ended;

    const missing = await run(['serve'], {...variables, PORT: '1', HELD_POLICIES: join(folder, 'nowhere')});
    expect(missing.code).toBe(1);
    expect(missing.error).toContain('HELD_POLICIES');
  });
});
