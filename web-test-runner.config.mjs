import {esbuildPlugin} from '@web/dev-server-esbuild';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {findBrowser} from './scripts/find-browser.mjs';

const require = createRequire(import.meta.url);

/** msw needs its worker script at the root of the origin. */
const mswWorker = {
  name: 'msw-worker',
  async serve(context) {
    if (context.path !== '/mockServiceWorker.js') return;
    return {body: await readFile(require.resolve('msw/mockServiceWorker.js'), 'utf8'), type: 'js'};
  },
};

/** TypeScript asks for `./x.js` and means `./x.ts`. */
const typescriptFiles = {
  name: 'typescript-files',
  resolveImport({source, context}) {
    if (!source.startsWith('.') || !source.endsWith('.js') || context.path.includes('node_modules')) return;
    const asked = new URL(source, new URL(context.path, 'http://localhost')).pathname;
    const file = fileURLToPath(new URL(`.${asked.replace(/\.js$/, '.ts')}`, import.meta.url));
    if (existsSync(file)) return source.replace(/\.js$/, '.ts');
  },
};

/** As in what is built: see `src/internal/localize.ts`. */
const ownLocalize = {
  name: 'own-localize',
  resolveImport: ({source}) => (source === '@lit/localize' ? '/src/controllers/locale.ts' : undefined),
};

export default {
  files: ['test/components/**/*.test.ts'],
  nodeResolve: {exportConditions: ['browser', 'development']},
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: {config: {timeout: 20_000}},
  plugins: [
    mswWorker,
    ownLocalize,
    typescriptFiles,
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2021',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: findBrowser(),
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
  filterBrowserLogs: log => !String(log.args?.[0] ?? '').includes('Lit is in dev mode'),
};
