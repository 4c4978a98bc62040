import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly description?: string;
      readonly attributes?: readonly {readonly name: string; readonly description?: string}[];
      readonly events?: readonly {readonly name: string; readonly description?: string}[];
    }[];
  }[];
}

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
const elements = manifest.modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);

describe('the package', () => {
  it('has a manifest and README tables that are fresh', () => {
    expect(() => execFileSync(process.execPath, ['scripts/manifest.mjs', '--check'], {stdio: 'pipe'})).not.toThrow();
  });

  it('names modules in its manifest that the build makes', () => {
    for (const {path} of manifest.modules) expect(existsSync(path), path).toBe(true);
  });

  it('describes every element, attribute and event', () => {
    expect(elements.map(({tagName}) => tagName).sort()).toEqual([
      'held-crisis-signpost',
      'held-evaluation-form',
      'held-quick-exit',
      'held-space-finder',
      'held-stage-selector',
    ]);
    for (const {tagName, description, attributes = [], events = []} of elements) {
      expect(description, tagName).toBeTruthy();
      for (const item of [...attributes, ...events]) expect(item.description, `${tagName} ${item.name}`).toBeTruthy();
    }
  });

  it('registers nothing when its index is imported, in Node too', () => {
    const script = `
      const registered = [];
      globalThis.customElements = {define: name => registered.push(name), get: () => undefined};
      const index = await import('held-spaces');
      console.log(JSON.stringify({registered, classes: ['CrisisSignpost', 'EvaluationForm', 'SpaceFinder', 'StageSelector'].filter(name => typeof index[name] === 'function')}));
    `;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'});
    expect(JSON.parse(printed)).toEqual({
      registered: [],
      classes: ['CrisisSignpost', 'EvaluationForm', 'SpaceFinder', 'StageSelector'],
    });
  });

  it('ships no source that names the place it was built in', () => {
    for (const name of ['dist/index.js', 'dist/cdn/held-spaces.js', 'server/dist/main.js']) {
      expect(readFileSync(name, 'utf8'), name).not.toContain(process.cwd());
    }
  });
});
