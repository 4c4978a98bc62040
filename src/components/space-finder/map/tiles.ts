/** Pictures of a map from where the host says. */
export interface Tiles {
  /** With `{z}`, `{x}` and `{y}` in it. */
  readonly url: string;
  /** Who sees which area is looked at: the name of the server. */
  readonly provider: string;
  readonly attribution: string;
}

/** The pictures that an element names, where they can be used: an `https` address, or one of this computer. */
export function tilesOf(host: Element): Tiles | undefined {
  const given = host.getAttribute('tiles');
  if (!given || !['{z}', '{x}', '{y}'].every(part => given.includes(part))) return undefined;
  try {
    const {protocol, host: provider, hostname} = new URL(given, document.baseURI);
    const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === location.hostname;
    if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return undefined;
    return {url: given, provider, attribution: host.getAttribute('tiles-attribution') ?? provider};
  } catch {
    return undefined;
  }
}
