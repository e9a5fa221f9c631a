/** Hostile programs by what they do to a node, one of each class; test/isolation has them all. */
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';

const megabyte = 1024 * 1024;
/** Long enough to be felt, short enough to end some times a second. */
const limits = { cpuUsMax: 250_000, memoryBytesMax: 32 * megabyte };

export const hostileClasses: Readonly<Record<string, ExecutionRequest>> = {
  /** Burns a processor until its limit; its host survives it. */
  loops: { source: 'for (;;);', limits },
  /** A builtin that nothing but SIGKILL stops: each costs a host. */
  kills: { source: 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)', limits },
  /** Faults pages as fast as it can, until a ceiling ends it. */
  memory: {
    source: 'const a = []; while (true) a.push(new Array(1000).fill(1.1));',
    limits: { memoryBytesMax: limits.memoryBytesMax },
  },
  /** Brings its host down at once. */
  crashes: { source: '"a".repeat(2 ** 28).split("")', limits },
};
