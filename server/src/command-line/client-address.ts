/** Which client a request is from, as far as limits need to know. Nothing of it is written down anywhere. */
import type {IncomingMessage} from 'node:http';
import {BlockList, isIP} from 'node:net';

/** Addresses of proxies whose `X-Forwarded-For` is believed. */
export interface TrustedProxies {
  readonly includes: (address: string) => boolean;
}

/** Reads `10.0.0.0/8, ::1, 192.0.2.7`. Undefined: something in it is no address. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  const list = new BlockList();
  for (const entry of text.split(',').map(part => part.trim())) {
    if (entry === '') continue;
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address);
    const bits = prefix === undefined ? undefined : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
    if (family === 0 || (bits !== undefined && !(bits <= (family === 4 ? 32 : 128)))) return undefined;
    if (bits === undefined) list.addAddress(address, family === 4 ? 'ipv4' : 'ipv6');
    else list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return {includes: address => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')};
}

/**
 * The address of the client, or of the nearest proxy that is not ours. Only our own proxies are believed: whatever a
 * client writes into `X-Forwarded-For` itself stands to the left of what they add.
 */
export function clientAddress(incoming: IncomingMessage, proxies: TrustedProxies): string {
  let address = plain(incoming.socket.remoteAddress ?? '');
  const header = incoming.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map(plain);
  while (proxies.includes(address)) {
    const next = forwarded.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** Whether the request came straight from this machine, through no proxy that says so. */
export function isLocal({socket, headers}: IncomingMessage): boolean {
  const address = plain(socket.remoteAddress ?? '');
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(name => name in headers);
  return !forwarded && (address === '::1' || address.startsWith('127.'));
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 address, of which one household has all. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Without the zone, and without IPv6 around an IPv4 address. */
const plain = (address: string) =>
  address
    .trim()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
