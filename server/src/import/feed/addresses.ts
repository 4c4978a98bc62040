/**
 * Which addresses a feed may be fetched from. An operator may paste any URL, and a feed may redirect to any: neither may
 * reach into the operator's own network. https://owasp.org/www-community/attacks/Server_Side_Request_Forgery
 */
import {lookup as systemLookup} from 'node:dns';
import type {LookupAddress} from 'node:dns';
import {BlockList, isIP} from 'node:net';
import type {LookupFunction} from 'node:net';

/** Everything that is not for the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
const special: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  // Of IPv6 only 2000::/3 is the public internet, and these parts of it are not.
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

const blocked = new BlockList();
for (const [network, prefix, family] of special) blocked.addSubnet(network, prefix, family);
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet. IPv4 written inside IPv6 is never one. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

/** Thrown inside a connection that would go to a private address. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * A look-up for `node:http` that refuses names of private addresses. It is the one that the connection itself uses, so
 * that a name cannot mean one thing when it is checked and another when it is called. One private address among several
 * refuses the name.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, {...options, all: true}, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no address'), []);
    if (!addresses.every(({address}) => isPublicAddress(address))) return callback(new PrivateAddressError(), []);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** The host of a URL where that is an address itself, which no look-up will see. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? host : undefined;
}
