/** Builds what is served and published: the widgets' bundles, the modules for hosts that bundle, and the server. */
import {copyFile, rm} from 'node:fs/promises';
import {bundle, bundles} from './bundles.mjs';
import {buildLibrary} from './library.mjs';
import {buildDesk} from './build-desk.mjs';
import {buildServer} from './build-server.mjs';

await rm('dist', {recursive: true, force: true});
for (const [name, entry] of Object.entries(bundles)) await bundle(name, entry);
await copyFile('src/held-spaces.css', 'dist/cdn/held-spaces.css');
await buildLibrary();
await buildDesk();
await buildServer();
