import {fallbackHtml} from '@held-spaces/domain/crisis-fallback';
import {fallbackWords} from '@held-spaces/domain/crisis-fallback-words';
import {nations} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import {listWords} from '../../src/internal/list-words.js';
import {dateWords, dayWords, partialDateWords, timeWords} from '../../src/internal/words.js';
import {drawIn, msg, str} from '../../src/internal/localize.js';
import welsh from '../../src/locales/cy.js';
import easyRead from '../../src/locales/easy.js';
import {keyOf, language, sourceWords} from '../../src/locales/language.js';
import {parseWords, readMessages} from '../../scripts/messages.mjs';
import {readXliff, unreviewed, writeXliff} from '../../scripts/xliff.mjs';

afterEach(() => drawIn(undefined));

const miles = (count: number) => msg(str`About ${count} miles away`, {id: 'finder.card.distance.miles'});

describe('words in the language of now', () => {
  it('are the English of the source until another language is drawn in', () => {
    expect(msg('Open now', {id: 'crisis.group.open'})).toBe('Open now');
    drawIn(welsh);
    expect(msg('Open now', {id: 'crisis.group.open'})).toBe('Ar agor nawr');
    drawIn(undefined);
    expect(msg('Open now', {id: 'crisis.group.open'})).toBe('Open now');
  });

  it('are English where a language has none', () => {
    drawIn(easyRead);
    expect(msg('Words that nobody has translated', {id: 'test.none'})).toBe('Words that nobody has translated');
    expect(msg(str`Of ${1} and ${2}`, {id: 'test.none.values'})).toBe('Of 1 and 2');
  });

  it('have every value where the language wants it, as it is, whatever stands in it', () => {
    drawIn(language('cy', {'test.turned': 'Y: {1}. X: {0}. Eto: {1}'}));
    fc.assert(
      fc.property(fc.string(), fc.string(), (x, y) => {
        expect(msg(str`X: ${x}. Y: ${y}`, {id: 'test.turned'})).toBe(`Y: ${y}. X: ${x}. Eto: ${y}`);
      }),
    );
  });

  it('are found by the words themselves where a bundle has no ids', () => {
    const words = sourceWords(str`Call ${'a'}: ${'b'}`);
    expect(words).toBe('Call {0}: {1}');
    drawIn(language('cy', {[keyOf(words)]: 'Ffonio {0}: {1}', [keyOf('Back')]: 'Yn ôl'}));
    expect(msg(str`Call ${'Samaritans'}: ${'116 123'}`)).toBe('Ffonio Samaritans: 116 123');
    expect(msg('Back')).toBe('Yn ôl');
  });
});

describe('Welsh', () => {
  it('has all six forms that follow a number', () => {
    const forms = {zero: '{0} sero', one: '{0} un', two: '{0} dau', few: '{0} tri', many: '{0} chwech', other: '{0}'};
    drawIn(language('cy', {'test.forms': forms}));
    const said = [0, 1, 2, 3, 6, 4, 5, 7, 100].map(count => msg(str`${count} of them`, {id: 'test.forms'}));
    expect(said).toEqual(['0 sero', '1 un', '2 dau', '3 tri', '6 chwech', '4', '5', '7', '100']);
  });

  it('softens "milltir" after two and after no other number of miles', () => {
    drawIn(welsh);
    expect(miles(2)).toBe('Tua 2 filltir i ffwrdd');
    for (const count of [3, 4, 5, 6, 10, 25]) expect(miles(count)).toBe(`Tua ${count} milltir i ffwrdd`);
  });

  it('writes days, dates, months and times', () => {
    drawIn(welsh);
    const date = new Date('2026-11-21T12:00:00Z');
    expect(dayWords(date)).toBe('dydd Sadwrn');
    expect(dateWords(date)).toBe('21 Tachwedd 2026');
    expect(partialDateWords('2021')).toBe('2021');
    expect(partialDateWords('2021-06')).toBe('Mehefin 2021');
    expect(partialDateWords('2026-05-03')).toBe('3 Mai 2026');
    expect([0, 540, 720, 1050].map(timeWords)).toEqual(['hanner nos', '9am', 'hanner dydd', '5:30pm']);
  });

  it('has a name of its own for every day and every month', () => {
    drawIn(welsh);
    const english = /January|February|March|April|May|June|July|August|September|October|November|December|day/;
    for (let month = 0; month < 12; month++) expect(dateWords(new Date(Date.UTC(2026, month, 9)))).not.toMatch(english);
    for (let day = 1; day < 8; day++) expect(dayWords(new Date(Date.UTC(2026, 5, day)))).toMatch(/^dydd \S+$/);
  });

  it('joins names without changing the first letter of one', () => {
    drawIn(welsh);
    expect(listWords(['Bywyd bob dydd', 'Pobl', 'Plant'])).toBe('Bywyd bob dydd, Pobl, Plant');
  });
});

describe('the Welsh list for a page without JavaScript', () => {
  it('has the words of the widget, and the names, numbers and hours of the English list', () => {
    const {title, unsure, breathingSpace, danger} = fallbackWords.cy;
    const words = (id: string) => welsh.words('', id);
    expect(title).toBe(words('crisis.title'));
    expect(unsure).toBe(words('crisis.hours.unsure'));
    expect(breathingSpace).toBe(words('crisis.fallback.breathing-space.hours'));
    expect(danger).toContain(words('crisis.danger.title'));
    const links = (page: string) => page.match(/href="[^"]+"/g);
    for (const nation of [undefined, ...nations]) {
      expect(links(fallbackHtml(nation, 2, 'cy'))).toEqual(links(fallbackHtml(nation)));
    }
    const page = fallbackHtml('wales', 3, 'cy');
    expect(page).toContain('tecstiwch <a href="sms:81066?&amp;body=help">help i 81066</a>');
    expect(page).toContain('Bob dydd, 7pm i 11pm');
    expect(page).toContain('21 Tachwedd 2026');
    expect(page).not.toMatch(/\b(?:call|text|or|every|press)\b/);
  });
});

describe('messages for translators', () => {
  const {messages, problems} = readMessages('.', ['src', 'server/desk']);

  it('are all written with literal words and an id, one text an id', () => {
    expect(problems).toEqual([]);
    expect(messages.size).toBeGreaterThan(500);
  });

  it('are read as they are drawn', () => {
    expect(parseWords(`'the person\\'s'`).words).toBe("the person's");
    expect(parseWords('str`Up to ${list.map(({a}) => a).join()} of ${b}`')).toEqual({
      words: 'Up to {0} of {1}',
      values: ['list.map(({a}) => a).join()', 'b'],
    });
  });

  it('come back from XLIFF as they went', () => {
    const words = fc
      .array(fc.constantFrom('a', ' ', '<', '>', '&', '&amp;', '{0}', '{1}', "'", '"', 'ŵ', '</target>'), {
        minLength: 1,
      })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(words, words, (source, target) => {
        const units = new Map([
          ['a.b', {source, target, state: unreviewed}],
          ['a.c', {source}],
        ]);
        expect(readXliff(writeXliff('cy', units))).toEqual(units);
      }),
    );
  });
});
