/**
 * Which addresses are of the internet at large: not of this machine, its network, its cloud, or
 * anything that leads there by another way of writing it. The tables are IANA's registries of
 * special-purpose addresses (https://www.iana.org/assignments/iana-ipv4-special-registry and
 * iana-ipv6-special-registry), and what is known of clouds.
 */
import { BlockList, isIP } from 'node:net';

type Range = readonly [network: string, prefixBits: number, why: string];

const notPublicV4: readonly Range[] = [
  ['0.0.0.0', 8, 'this network: 0.0.0.0 is this machine'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared by carriers (CGNAT); a cloud has its metadata here'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, 'the metadata of a cloud, at an address that looks public'],
  ['169.254.0.0', 16, 'link-local: the metadata of most clouds'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'protocol assignments; a cloud has its metadata here'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'AS112: answers for private names'],
  ['192.52.193.0', 24, 'AMT: tunnels multicast'],
  ['192.88.99.0', 24, '6to4 relays'],
  ['192.168.0.0', 16, 'private'],
  ['192.175.48.0', 24, 'AS112: answers for private names'],
  ['198.18.0.0', 15, 'benchmarks inside a network'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved, and broadcast'],
];

/**
 * All that is given out so far. Outside are the unspecified address and loopback, IPv4 written as
 * IPv6 (mapped, compatible, NAT64 of 64:ff9b::/96 and 64:ff9b:1::/48), unique local, link-local
 * and site-local addresses, multicast, and what is reserved.
 */
const globalV6: Range = ['2000::', 3, 'global unicast'];

const notPublicV6: readonly Range[] = [
  ['2001::', 23, 'protocol assignments: Teredo, which has IPv4 in it, ORCHID, benchmarks'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4, which has IPv4 in it'],
  ['2620:4f:8000::', 48, 'AS112: answers for private names'],
  ['3ffe::', 16, 'given back'],
  ['3fff::', 20, 'documentation'],
];

const refusedV4 = blockListOf(notPublicV4, 'ipv4');
const refusedV6 = blockListOf(notPublicV6, 'ipv6');
const givenOutV6 = blockListOf([globalV6], 'ipv6');

/** False for what is no address as the system writes it. */
export function isPublicAddress(address: string): boolean {
  // With a zone it is of one link.
  if (address.includes('%')) return false;
  switch (isIP(address)) {
    case 4:
      return !refusedV4.check(address, 'ipv4');
    case 6:
      return givenOutV6.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6');
    default:
      return false;
  }
}

function blockListOf(ranges: readonly Range[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefixBits] of ranges) list.addSubnet(network, prefixBits, family);
  return list;
}
