import {describe, expect, it} from 'vitest';
import {WordIndexBuilder} from '../../server/src/read-model/word-index.js';

const names = [
  ['Tŷ Gobaith', 'A quiet house in Aberystwyth'],
  ["Men's Shed", 'Woodwork and company for men'],
  ['Mental Health Advice', 'Advice about money and families'],
  ['Leeds Survivor Led Crisis Service', 'A crisis café in Leeds, open late'],
  ['Voices', 'Groups for people who hear voices'],
  ['The Garden', 'Gardening, walks and quiet'],
] as const;

function find(...words: readonly string[]) {
  const builder = new WordIndexBuilder();
  for (const [position, [name, rest]] of names.entries()) builder.add(position, name, [rest]);
  return [...builder.finish(names.length).find(words).positions].map(position => names[position]![0]);
}

describe('a search for words', () => {
  it.each([
    ['whatever the accents', ['ty'], ['Tŷ Gobaith']],
    ['in the plural and in the singular', ['voice'], ['Voices']],
    ['in the plural of y', ['family'], ['Mental Health Advice']],
    ['whatever the apostrophe', ['mens'], ["Men's Shed"]],
    ['without taking a word for the beginning of a longer one', ['men'], ["Men's Shed"]],
    ['from the beginning of a word, where there is no such word', ['survi'], ['Leeds Survivor Led Crisis Service']],
    ['with a letter wrong', ['crosis'], ['Leeds Survivor Led Crisis Service']],
    ['with a letter missing', ['gaden'], ['The Garden']],
    ['with two letters in each other’s place', ['leesd'], ['Leeds Survivor Led Crisis Service']],
    ['with two slips in a long word', ['aberistwith'], ['Tŷ Gobaith']],
    ['that must all be there', ['quiet', 'garden'], ['The Garden']],
    ['that stand nowhere', ['xylophone'], []],
  ])('finds them %s', (_how, words, found) => {
    expect(find(...words)).toEqual(found);
  });

  it('says in how many of the words a name has them', () => {
    const builder = new WordIndexBuilder();
    builder.add(0, 'Room', ['A garden']);
    builder.add(1, 'Garden Room', ['Garden']);
    expect([...builder.finish(2).find(['garden', 'room']).nameHits]).toEqual([1, 2]);
  });
});
