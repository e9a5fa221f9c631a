import { describe, expect, test } from 'vitest';
import {
  assembleFilter,
  type FilterDescription,
} from '../../../../node-agent/kernel/seccomp-program.ts';

const allow = 0x7fff0000;
const eperm = 0x00050001;
const enosys = 0x00050026;
const killProcess = 0x80000000;
const x64 = 0xc000003e;

interface Call {
  readonly architecture?: number;
  readonly number: number;
  readonly words?: readonly bigint[];
}

/** Runs a program as the kernel does, over a struct seccomp_data. */
function run(program: Buffer, { architecture = x64, number, words = [] }: Call): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number >>> 0, 0);
  data.writeUInt32LE(architecture, 4);
  words.forEach((word, index) => data.writeBigUInt64LE(word, 16 + index * 8));
  let accumulator = 0;
  for (let at = 0; ; at++) {
    const code = program.readUInt16LE(at * 8);
    const operand = program.readUInt32LE(at * 8 + 4);
    const jump = (holds: boolean) => {
      at += program.readUInt8(at * 8 + (holds ? 2 : 3));
    };
    if (code === 0x20) accumulator = data.readUInt32LE(operand);
    else if (code === 0x15) jump(accumulator === operand);
    else if (code === 0x25) jump(accumulator > operand);
    else if (code === 0x35) jump(accumulator >= operand);
    else if (code === 0x45) jump((accumulator & operand) !== 0);
    else if (code === 0x06) return operand;
    else throw new Error(`no such instruction: ${code}`);
  }
}

const description: FilterDescription = {
  architecture: 'x64',
  rules: [
    { call: 'read', verdict: { name: 'allow' } },
    { call: 'clone3', verdict: { name: 'refuse', errno: 38 } },
    { call: 'clone', verdict: { name: 'allow' }, when: { argument: 0, isOneOf: [5, 6, 7] } },
    { call: 'clock_gettime', verdict: { name: 'allow' }, when: { argument: 0, isAtMost: 15 } },
    { call: 'mmap', verdict: { name: 'allow' }, when: { argument: 3, hasBits: 0x20 } },
    { call: 'prlimit64', verdict: { name: 'allow' }, when: { argument: 2, isNull: true } },
  ],
  otherwise: { name: 'refuse', errno: 1 },
};

describe('assembleFilter', () => {
  const program = assembleFilter(description);

  test.each<[string, Call, number]>([
    ['allows a call that is named', { number: 0 }, allow],
    ['refuses one that is not', { number: 1 }, eperm],
    ['refuses with the errno of the rule', { number: 435 }, enosys],
    ['kills a call of another architecture', { architecture: 0x40000003, number: 0 }, killProcess],
    ['kills a call of the x32 ABI', { number: 0x40000000 }, killProcess],
    ['kills a negative number', { number: -1 }, killProcess],
    ['allows the first of many values', { number: 56, words: [5n] }, allow],
    ['allows the last of many values', { number: 56, words: [7n] }, allow],
    ['refuses another value', { number: 56, words: [8n] }, eperm],
    ['allows a number up to the most', { number: 228, words: [15n] }, allow],
    ['refuses a number above it', { number: 228, words: [16n] }, eperm],
    ['refuses a negative number', { number: 228, words: [0xffff_ff02n] }, eperm],
    ['allows flags with the bit', { number: 9, words: [0n, 0n, 0n, 0x22n] }, allow],
    ['refuses flags without it', { number: 9, words: [0n, 0n, 0n, 0x02n] }, eperm],
    ['allows a null pointer', { number: 302, words: [0n, 0n, 0n] }, allow],
    ['refuses a pointer with a low half', { number: 302, words: [0n, 0n, 1n] }, eperm],
    ['refuses a pointer with a high half', { number: 302, words: [0n, 0n, 1n << 40n] }, eperm],
  ])('%s', (_name, call, verdict) => {
    expect(run(program, call) >>> 0).toBe(verdict);
  });

  test('leaves out calls that an architecture does not have', () => {
    const rules = [{ call: 'epoll_wait', verdict: { name: 'allow' } } as const];
    const arm64 = assembleFilter({ ...description, architecture: 'arm64', rules });
    expect(run(arm64, { architecture: 0xc00000b7, number: 232 }) >>> 0).toBe(eperm);
  });
});
