/**
 * The public custom properties of the widgets, read out of the styles that use them, so that the manifest names each with
 * the default that holds. What each is for stands here.
 */
import {readFileSync} from 'node:fs';

const purposes = {
  '--held-ink': 'Words.',
  '--held-ink-soft': 'Second words.',
  '--held-paper': 'Ground of controls.',
  '--held-ground': 'Quiet panels.',
  '--held-accent': 'Links and main buttons. 4.5:1 on your ground at least.',
  '--held-accent-deep': 'Main buttons under the pointer.',
  '--held-on-accent': 'Words on the accent.',
  '--held-tint': 'Chosen rows, chips, and what is under the pointer.',
  '--held-tint-strong': 'Fills in the drawing of a chosen place.',
  '--held-lamp': 'Ground of the crisis signpost, and of nothing else.',
  '--held-lamp-line': 'Its hairlines.',
  '--held-line': 'Hairlines.',
  '--held-edge': 'Edges of controls.',
  '--held-road': 'Lanes of the roadmap.',
  '--held-glow': 'Lit windows in drawings.',
  '--held-attention': 'An answer to mend.',
  '--held-focus-outer': 'Outer focus ring.',
  '--held-focus-inner': 'Inner focus ring.',
  '--held-font': 'Type.',
  '--held-heading-font': 'Type of headings.',
  '--held-measure': 'Longest line.',
  '--held-radius': 'Corners of controls.',
  '--held-radius-panel': 'Corners of panels.',
  '--held-border': 'Edges of controls: how wide.',
  '--held-border-strong': 'Edges of what is chosen or wrong: how wide.',
  '--held-target': 'Least height of anything pressed.',
  '--held-space-1': 'Gap, the smallest.',
  '--held-space-2': 'Gap.',
  '--held-space-3': 'Gap.',
  '--held-space-4': 'Gap.',
  '--held-space-5': 'Gap.',
  '--held-space-6': 'Gap, the largest.',
};

const everywhere = ['src/styles/tokens.ts', 'src/styles/base.ts'];
const withControls = [...everywhere, 'src/styles/control-tokens.ts'];

/** What a widget's styles stand on, by its tag. */
const styles = {
  'held-space-finder': withControls,
  'held-stage-selector': withControls,
  'held-evaluation-form': withControls,
  'held-crisis-signpost': everywhere,
  'held-quick-exit': everywhere,
};

/** The value that stands from `start` to the bracket that closes `var(`. */
function defaultAt(text, start) {
  let depth = 1;
  let end = start;
  while (depth > 0) {
    if (text[end] === '(') depth++;
    if (text[end] === ')') depth--;
    end++;
  }
  return text.slice(start, end - 1).trim();
}

function propertiesIn(path) {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  return [...text.matchAll(/var\((--held-[\w-]+),/g)].map(({0: match, 1: name, index}) => {
    const description = purposes[name];
    if (!description) throw new Error(`${path} has ${name}, of which scripts/custom-properties.mjs says nothing.`);
    return {name, default: defaultAt(text, index + match.length), description};
  });
}

/** Those of the shared styles that nothing in a widget shows. `test/components/space-finder.host.test.ts` looks at the rest. */
const unused = {
  'held-space-finder': ['--held-tint-strong', '--held-road', '--held-glow'],
};

/** The custom properties of a widget, as its manifest has them. */
export const customPropertiesOf = tag =>
  (styles[tag] ?? []).flatMap(propertiesIn).filter(({name}) => !unused[tag]?.includes(name));
