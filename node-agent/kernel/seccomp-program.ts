/**
 * Turns a list of rules about system calls into a program for the kernel's seccomp filter.
 *
 * Each rule becomes a block that is skipped when the number is another one and otherwise ends
 * in a verdict, so no jump is ever longer than a block. Order has no meaning beyond speed, and
 * the kernel answers calls that are always allowed from a bitmap without running the program.
 *
 * The format: linux/filter.h (struct sock_filter) and linux/seccomp.h (struct seccomp_data).
 */
import {
  type FilteredArchitecture,
  type SystemCallName,
  systemCallNumber,
} from './system-call-numbers.ts';

export type Verdict =
  | { readonly name: 'allow' }
  | { readonly name: 'refuse'; readonly errno: number }
  | { readonly name: 'kill' };

/**
 * About one argument of a call. All but `isNull` look at its low 32 bits, which is all the
 * kernel takes of the arguments they are used on (an int, or flags within 32 bits).
 */
export type ArgumentTest =
  | { readonly argument: number; readonly isOneOf: readonly number[] }
  | { readonly argument: number; readonly isAtMost: number }
  | { readonly argument: number; readonly hasBits: number }
  | { readonly argument: number; readonly isNull: true };

export interface SystemCallRule {
  readonly call: SystemCallName;
  readonly verdict: Verdict;
  /** Where the argument is otherwise, the program's default verdict holds. */
  readonly when?: ArgumentTest;
}

export interface FilterDescription {
  readonly architecture: FilteredArchitecture;
  readonly rules: readonly SystemCallRule[];
  readonly otherwise: Verdict;
}

interface Instruction {
  readonly code: number;
  /** How many instructions to skip when the comparison holds, and when it does not. */
  readonly ifTrue: number;
  readonly ifFalse: number;
  readonly operand: number;
}

const loadWord = 0x20; // BPF_LD | BPF_W | BPF_ABS
const jumpIfEqual = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
const jumpIfGreater = 0x25; // BPF_JMP | BPF_JGT | BPF_K
const jumpIfAtLeast = 0x35; // BPF_JMP | BPF_JGE | BPF_K
const jumpIfAnyBit = 0x45; // BPF_JMP | BPF_JSET | BPF_K
const giveVerdict = 0x06; // BPF_RET | BPF_K

const numberOffset = 0;
const architectureOffset = 4;
const argumentsOffset = 16;

/** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64: machine, 64 bits, little endian. */
const auditArchitectures = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;
/** Calls of the x32 ABI have this bit in their number and x64's architecture word. */
const x32Bit = 0x40000000;

const kill: Verdict = { name: 'kill' };

/** The program's bytes: an array of struct sock_filter. */
export function assembleFilter({ architecture, rules, otherwise }: FilterDescription): Buffer {
  const program: Instruction[] = [
    load(architectureOffset),
    { code: jumpIfEqual, ifTrue: 1, ifFalse: 0, operand: auditArchitectures[architecture] },
    verdict(kill),
    load(numberOffset),
  ];
  if (architecture === 'x64') {
    program.push({ code: jumpIfAtLeast, ifTrue: 0, ifFalse: 1, operand: x32Bit }, verdict(kill));
  }
  for (const rule of rules) {
    const number = systemCallNumber(rule.call, architecture);
    if (number === undefined) continue;
    const block = ruleBlock(rule, otherwise);
    program.push({ code: jumpIfEqual, ifTrue: 0, ifFalse: block.length, operand: number });
    program.push(...block);
  }
  program.push(verdict(otherwise));
  return encode(program);
}

function ruleBlock(rule: SystemCallRule, otherwise: Verdict): Instruction[] {
  if (!rule.when) return [verdict(rule.verdict)];
  return [...argumentTest(rule.when), verdict(otherwise), verdict(rule.verdict)];
}

/** Goes on with the next instruction when the test fails, with the one after when it holds. */
function argumentTest(test: ArgumentTest): Instruction[] {
  const low = argumentsOffset + test.argument * 8;
  if ('isOneOf' in test) {
    const last = test.isOneOf.length - 1;
    const comparisons = test.isOneOf.map((operand, index) => ({
      code: jumpIfEqual,
      ifTrue: last - index + 1,
      ifFalse: 0,
      operand,
    }));
    return [load(low), ...comparisons];
  }
  if ('isAtMost' in test) {
    return [load(low), { code: jumpIfGreater, ifTrue: 0, ifFalse: 1, operand: test.isAtMost }];
  }
  if ('hasBits' in test) {
    return [load(low), { code: jumpIfAnyBit, ifTrue: 1, ifFalse: 0, operand: test.hasBits }];
  }
  return [
    load(low),
    { code: jumpIfEqual, ifTrue: 0, ifFalse: 2, operand: 0 },
    load(low + 4),
    { code: jumpIfEqual, ifTrue: 1, ifFalse: 0, operand: 0 },
  ];
}

function load(operand: number): Instruction {
  return { code: loadWord, ifTrue: 0, ifFalse: 0, operand };
}

function verdict(value: Verdict): Instruction {
  return { code: giveVerdict, ifTrue: 0, ifFalse: 0, operand: verdictWord(value) };
}

/** SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO with the number, SECCOMP_RET_KILL_PROCESS. */
function verdictWord(value: Verdict): number {
  switch (value.name) {
    case 'allow':
      return 0x7fff0000;
    case 'refuse':
      return 0x00050000 | value.errno;
    case 'kill':
      return 0x80000000;
  }
}

function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(({ code, ifTrue, ifFalse, operand }, index) => {
    const at = index * 8;
    bytes.writeUInt16LE(code, at);
    bytes.writeUInt8(ifTrue, at + 2);
    bytes.writeUInt8(ifFalse, at + 3);
    bytes.writeUInt32LE(operand >>> 0, at + 4);
  });
  return bytes;
}
