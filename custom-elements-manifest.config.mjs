import {customPropertiesOf} from './scripts/custom-properties.mjs';

/** How the manifest of the widgets is made from their sources. Run it with `npm run manifest`. */
export default {
  globs: ['src/components/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/define/all.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    {
      // The analyser takes `dispatchEvent(new SearchEvent())` for an event called "SearchEvent"; @fires names the real one.
      name: 'only-documented-events',
      packageLinkPhase({customElementsManifest}) {
        for (const {declarations = []} of customElementsManifest.modules) {
          for (const declaration of declarations) {
            if (!declaration.events) continue;
            declaration.events = declaration.events.filter(({name}) => name?.startsWith('held-'));
          }
        }
      },
    },
    {
      // What is no part of the contract: private members, styles, and modules that define no element.
      name: 'only-the-contract',
      packageLinkPhase({customElementsManifest}) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            declaration.members = declaration.members?.filter(
              ({privacy = 'public', name, static: isStatic}) =>
                privacy === 'public' && !isStatic && !name.startsWith('#'),
            );
          }
          module.declarations = (module.declarations ?? []).filter(({customElement}) => customElement);
        }
        customElementsManifest.modules = customElementsManifest.modules.filter(
          ({declarations, exports}) =>
            declarations.length || exports?.some(({kind}) => kind === 'custom-element-definition'),
        );
      },
    },
    {
      name: 'custom-properties',
      packageLinkPhase({customElementsManifest}) {
        for (const {declarations} of customElementsManifest.modules) {
          for (const declaration of declarations) {
            const properties = customPropertiesOf(declaration.tagName);
            if (properties.length) declaration.cssProperties = properties;
          }
        }
      },
    },
    {
      // Hosts import what was built: the classes from the index, the tags from define/. One module of a path is one entry.
      name: 'built-paths',
      packageLinkPhase({customElementsManifest}) {
        const built = path =>
          path.startsWith('src/define/') ? path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js') : 'dist/index.js';
        const rewrite = value => {
          if (Array.isArray(value)) value.forEach(rewrite);
          else if (value && typeof value === 'object') {
            for (const key of ['path', 'module']) {
              if (typeof value[key] === 'string' && /^\/?src\//.test(value[key])) {
                value[key] = built(value[key].replace(/^\//, ''));
              }
            }
            Object.values(value).forEach(rewrite);
          }
        };
        rewrite(customElementsManifest);
        const byPath = new Map();
        for (const module of customElementsManifest.modules) {
          const same = byPath.get(module.path);
          if (same) {
            same.declarations.push(...module.declarations);
            same.exports.push(...module.exports);
          } else byPath.set(module.path, module);
        }
        customElementsManifest.modules = [...byPath.values()];
      },
    },
  ],
};
