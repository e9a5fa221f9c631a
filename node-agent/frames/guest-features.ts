/**
 * What of the language guests of a node find, beyond what every program needs. An operator says
 * so for a node (`--guest-features`), the agent for each host on its command line, the host for
 * each context before a guest is in it (host/runtime/features.ts).
 *
 * Off by default is what programs here have little use for and attacks on the processor need: a
 * clock finer than a millisecond, and memory shared with another thread, which can be made one.
 */

export const guestFeatures = [
  'webassembly',
  /** `eval`, direct and indirect. */
  'eval',
  /** `Function` and its three kin, called or constructed. */
  'function-constructor',
  /** SharedArrayBuffer, by that name or through WebAssembly, and Atomics.wait. */
  'shared-memory',
  /** Temporal.Now to the nanosecond; without it, to the millisecond, as Date is. */
  'fine-clock',
] as const;
export type GuestFeature = (typeof guestFeatures)[number];

export const defaultGuestFeatures: readonly GuestFeature[] = [
  'webassembly',
  'eval',
  'function-constructor',
];

/** As one number, a bit each: it is said to every context. */
export function guestFeatureBits(features: readonly GuestFeature[]): number {
  return features.reduce((bits, feature) => bits | (1 << guestFeatures.indexOf(feature)), 0);
}

const flag = '--guest-features=';

export function guestFeaturesArgument(features: readonly GuestFeature[]): string {
  return flag + features.join(',');
}

/** Splits a host's arguments: what it is to offer, and the rest. Throws on an unknown word. */
export function takeGuestFeatures(argv: readonly string[]): {
  features: readonly GuestFeature[];
  rest: readonly string[];
} {
  const given = argv.find((argument) => argument.startsWith(flag));
  if (given === undefined) return { features: defaultGuestFeatures, rest: argv };
  const words = given.slice(flag.length).split(',').filter(Boolean);
  const features = words.map((word) => {
    const feature = guestFeatures.find((known) => known === word);
    if (!feature) throw new TypeError(`Unknown feature for guests: ${word}`);
    return feature;
  });
  return { features, rest: argv.filter((argument) => argument !== given) };
}
