import { BlockList, isIP } from 'node:net';

/** Ranges that no call to the outside may end in. RFC 6890 special-purpose registries, and what clouds use for metadata. */
const insideRanges: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4], ['168.63.129.16', 32],
  ['::', 96], ['::ffff:0:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
];
const inside = blockList(insideRanges.map(([address, prefix]) => `${address}/${prefix}`));
/** Addresses of the machine's own cloud: an allowed name does not reach them, only the address itself on the list. */
const metadata = blockList(['169.254.0.0/16', 'fe80::/10', '100.100.100.200/32', 'fd00:ec2::254/128', '168.63.129.16/32']);

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = familyOf(address);
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

/** `::ffff:7f00:1` is 127.0.0.1 in other clothes. */
function unmapped(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) !== 6) return bare;
  const canonical = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const tail = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!tail) return canonical;
  const [high, low] = [Number.parseInt(tail[1] ?? '', 16), Number.parseInt(tail[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Names, `name:port` and address ranges (`10.1.0.0/16`) that an installation trusts inside its own network. */
export interface AllowedHosts {
  hasName(host: string, port: number): boolean;
  hasAddress(address: string): boolean;
}

export function allowedHosts(entries: readonly string[]): AllowedHosts {
  const isRange = (entry: string): boolean => isIP(entry.split('/')[0] ?? '') !== 0;
  const ranges = blockList(entries.filter(isRange));
  const names = new Set(entries.filter((entry) => !isRange(entry)).map((entry) => entry.toLowerCase().replace(/\.$/, '')));
  return {
    hasName: (host, port) => names.has(host) || names.has(`${host}:${port}`),
    hasAddress: (address) => ranges.check(unmapped(address), familyOf(unmapped(address))),
  };
}

/** Whether an entry of the allow-list can be read at all. */
export function isHostEntry(entry: string): boolean {
  const [address = '', prefix] = entry.split('/');
  if (isIP(address) !== 0) return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 6 ? 128 : 32));
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?(?::\d{1,5})?$/u.test(entry);
}

/** An address that may be connected to: a public one, one on the list, or an inner one of a name on the list. */
export function mayConnect(address: string, nameIsAllowed: boolean, allowed: AllowedHosts): boolean {
  if (allowed.hasAddress(address)) return true;
  const plain = unmapped(address);
  if (metadata.check(plain, familyOf(plain))) return false;
  return nameIsAllowed || !inside.check(plain, familyOf(plain));
}
