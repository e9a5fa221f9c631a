/** What is to be done when a signal aborts, before its listeners hear of it. */

const algorithms = new WeakMap<object, Set<() => void>>();
const aborted = new WeakSet<object>();

export function addSignal(signal: object): void {
  algorithms.set(signal, new Set());
}

export function isSignal(value: unknown): value is object {
  return typeof value === 'object' && value !== null && algorithms.has(value);
}

export function isAborted(signal: object): boolean {
  return aborted.has(signal);
}

export function addAbortAlgorithm(signal: object, algorithm: () => void): void {
  if (!aborted.has(signal)) algorithms.get(signal)?.add(algorithm);
}

export function removeAbortAlgorithm(signal: object, algorithm: () => void): void {
  algorithms.get(signal)?.delete(algorithm);
}

export function markAborted(signal: object): void {
  aborted.add(signal);
}

export function runAbortAlgorithms(signal: object): void {
  const due = [...(algorithms.get(signal) ?? [])];
  algorithms.set(signal, new Set());
  for (const algorithm of due) algorithm();
}
