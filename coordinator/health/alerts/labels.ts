/** What a number or an alert is about, by name and value, as Prometheus has it. */
import type { Labels } from '../../../shared/health/alert-report.ts';

const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;
const separator = 0xff;

/** Sixteen hex digits, the same for the same labels in any order (FNV-1a, 64 bits). */
export function fingerprintOf(labels: Labels): string {
  let hash = offsetBasis;
  const add = (byte: number): void => {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  };
  for (const name of Object.keys(labels).toSorted())
    for (const text of [name, labels[name] ?? '']) {
      for (const byte of Buffer.from(text)) add(byte);
      // No byte of UTF-8: `ab` and `c` is not `a` and `bc`.
      add(separator);
    }
  return hash.toString(16).padStart(16, '0');
}

/** The same text for the same labels in any order. */
export function labelsText(labels: Labels): string {
  const names = Object.keys(labels);
  const [first = ''] = names;
  // Most have one.
  if (names.length < 2) return `${first}=${labels[first] ?? ''}`;
  return JSON.stringify(names.toSorted().map((name) => [name, labels[name]]));
}

/** Whether `labels` have all of `wanted`. */
export function hasLabels(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}
