// Leaflet's main file would put itself on the host's `window`; the module beside it does not, and has no types of its own.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
