/** Amounts of memory as people write them. 1 MB is 1,048,576 bytes. */

const unitBytes: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  KB: 2 ** 10,
  MB: 2 ** 20,
  GB: 2 ** 30,
};

/** `256MB`, `64 kb` or `1024`; undefined for anything else. */
export function bytesFromText(text: string): number | undefined {
  const match = /^(\d+)\s*([KMG]?B)?$/i.exec(text.trim());
  if (!match) return undefined;
  return Number(match[1]) * (unitBytes[(match[2] ?? '').toUpperCase()] ?? Number.NaN);
}

/** The largest unit that keeps the amount whole. */
export function bytesToText(bytes: number): string {
  const unit = ['GB', 'MB', 'KB'].find((name) => bytes > 0 && bytes % (unitBytes[name] ?? 1) === 0);
  return unit ? `${bytes / (unitBytes[unit] ?? 1)}${unit}` : `${bytes}B`;
}
