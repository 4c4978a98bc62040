/** How the manifest of the widgets is made from their sources. Run it with `npm run manifest`. */
export default {
  globs: ['src/components/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/define/all.ts'],
  litelement: true,
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
              ({privacy, name, static: isStatic}) => !privacy && !isStatic && !name.startsWith('#'),
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
  ],
};
