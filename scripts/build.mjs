/** Builds what is served: the widgets' bundles into dist/cdn, and the server into server/dist. */
import {rm} from 'node:fs/promises';
import {bundle, bundles} from './bundles.mjs';
import {buildServer} from './build-server.mjs';

await rm('dist/cdn', {recursive: true, force: true});
for (const [name, entry] of Object.entries(bundles)) await bundle(name, entry);
await buildServer();
