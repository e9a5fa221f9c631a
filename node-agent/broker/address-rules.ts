/**
 * Which addresses a name may turn out to have. What is not of the internet at large is refused,
 * and so is this machine by its public addresses, where its own services listen too; unless the
 * operator has named the range.
 */
import { BlockList, isIP } from 'node:net';
import { isPublicAddress } from './public-addresses.ts';

/** A range that an operator allows though it is not public. */
export interface AllowedRange {
  readonly network: string;
  readonly prefixBits: number;
  readonly family: 'ipv4' | 'ipv6';
  /** Undefined for every port. */
  readonly port: number | undefined;
}

const rangePattern = /^(?:\[([0-9A-Fa-f:.]+)\]|([0-9.]+))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/;

/** `10.0.0.0/8`, `127.0.0.1:8080`, `[fd00::]/8:443`; undefined for what is none. */
export function parseAllowedRange(text: string): AllowedRange | undefined {
  const [, v6, v4, prefixText, portText] = rangePattern.exec(text.trim()) ?? [];
  const network = v6 ?? v4 ?? '';
  const version = isIP(network);
  if (version !== (v6 === undefined ? 4 : 6)) return undefined;
  const bitsMax = version === 4 ? 32 : 128;
  const prefixBits = prefixText === undefined ? bitsMax : Number(prefixText);
  const port = portText === undefined ? undefined : Number(portText);
  if (prefixBits > bitsMax || (port !== undefined && (port < 1 || port > 65_535))) return undefined;
  return { network, prefixBits, family: version === 4 ? 'ipv4' : 'ipv6', port };
}

export class AddressRules {
  readonly #allowed: readonly { readonly list: BlockList; readonly range: AllowedRange }[];
  readonly #ownAddresses: () => readonly string[];

  /** `ownAddresses` are those that this machine has at the moment. */
  constructor(allowed: readonly AllowedRange[], ownAddresses: () => readonly string[]) {
    this.#ownAddresses = ownAddresses;
    this.#allowed = allowed.map((range) => {
      const list = new BlockList();
      list.addSubnet(range.network, range.prefixBits, range.family);
      return { list, range };
    });
  }

  permits(address: string, port: number): boolean {
    if (this.#isNamed(address, port)) return true;
    return isPublicAddress(address) && !this.#ownAddresses().includes(address);
  }

  #isNamed(address: string, port: number): boolean {
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    // An IPv4 address that is written as IPv6 is not the one that was named.
    return this.#allowed.some(
      ({ list, range }) =>
        range.family === family &&
        (range.port ?? port) === port &&
        isIP(address) !== 0 &&
        list.check(address, family),
    );
  }
}
