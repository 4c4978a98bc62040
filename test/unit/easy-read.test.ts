/** The selector’s Easy Read: whole, and easy to read. */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readXliff} from '../../scripts/xliff.mjs';

const units = [...readXliff(readFileSync('xliff/easy.xlf', 'utf8'))].filter(([id]) =>
  /^(stages|understanding)\./.test(id),
);
const wordsIn = (line: string) => line.trim().split(/\s+/).length;
const sentencesIn = (words: string) => words.split(/[.?](?:\s|$)/).filter(Boolean).length;

describe('the Easy Read of the stage selector', () => {
  it('is there for all that is not already one short sentence', () => {
    const hard = units.filter(([, {source}]) => sentencesIn(source) > 1 || wordsIn(source) > 9);
    expect(hard.length).toBeGreaterThan(60);
    expect(hard.filter(([, {target}]) => !target).map(([id]) => id)).toEqual([]);
  });

  it('has one idea a line, in few words', () => {
    const lines = units.flatMap(([id, {target = ''}]) => target.split('\n').map(line => `${id}: ${line}`));
    const words = (line: string) => line.slice(line.indexOf(': ') + 2);
    expect(lines.filter(line => wordsIn(words(line)) > 15)).toEqual([]);
    // Two of three words each, such as "Be kind.", may share one.
    expect(lines.filter(line => sentencesIn(words(line)) > 1 && wordsIn(words(line)) > 9)).toEqual([]);
  });
});
