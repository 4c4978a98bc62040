import {readFileSync} from 'node:fs';
import {adapt} from '@held-spaces/domain/open-referral/detect';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import {describe, expect, it} from 'vitest';
import {defects} from '../../support/feeds/defects.js';

const places = buildPlaceFile(parseOutcodeRows(readFileSync('server/data/outcodes.csv', 'utf8')), 'test');
const options = {source: 'Test feed', places, now: new Date('2026-11-21T10:00:00Z')};

describe('a record of a real feed', () => {
  it.each(defects)('row $row: $it', ({dialect, record, rule, space, isRefused, never = []}) => {
    const {spaces, rules} = adapt(dialect, record, options);
    if (rule) expect(rules).toContain(rule);
    expect(spaces).toHaveLength(isRefused ? 0 : 1);
    for (const [field, value] of Object.entries(space ?? {})) {
      expect(spaces[0]?.[field as keyof typeof space], field).toEqual(value);
    }
    for (const words of never) expect(JSON.stringify(spaces)).not.toContain(words);
  });
});
