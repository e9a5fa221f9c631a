import { expect, test } from 'vitest';
import type { EndedFrame } from '../../../../node-agent/frames/frame.ts';
import { CodeRecord } from '../../../../node-agent/pool/code-history.ts';
import {
  faultOfEnded,
  faultOfLogs,
  faultOfProgress,
} from '../../../../node-agent/pool/frame-sense.ts';
import { newPlacement, type Placement, Run } from '../../../../node-agent/pool/run.ts';
import { defaultLimits } from '../../../../shared/execution/limits.ts';
import {
  progressBurstMax,
  progressBytesMax,
  progressEveryMs,
} from '../../../../shared/execution/progress.ts';

const code = new CodeRecord('hash');
const observer = { logs() {}, ended() {} };
const program = {
  hash: 'hash',
  source: '',
  kind: 'AUTO',
  language: 'JAVASCRIPT',
  fileName: 'm.js',
} as const;
const limits = { ...defaultLimits, resultBytesMax: 100, logLinesMax: 10, logBytesMax: 1000 };
const execution = {
  tenantId: 't',
  program,
  limits,
  isolation: 'FRESH',
  isIdempotent: false,
} as const;

function placement(): Placement {
  return newPlacement({
    host: { requestStop() {}, reply() {}, fetchReply() {} },
    run: new Run(execution, observer, code, 0, Number.POSITIVE_INFINITY),
    runId: 1,
    mode: 'THREAD',
    code: {
      codeId: 1,
      record: code,
      chars: 0,
      uses: 1,
      wasUsed: true,
      isWarm: false,
      heapBytes: 0,
    },
    sentAtMs: 5_000,
  });
}
const ended: EndedFrame = {
  name: 'ended',
  runId: 1,
  word: 'SUCCEEDED',
  resultJson: '1',
  wallUs: 100,
  cpuUs: 100,
  heapPeakBytes: 1_000_000,
  logBytes: 0,
  isWarm: false,
};
const faultAt6s = (frame: Partial<EndedFrame>) =>
  faultOfEnded({ ...ended, ...frame }, placement(), 6_000);

test('faultOfEnded finds nothing wrong with a sensible account', () => {
  expect(faultAt6s({})).toBeUndefined();
  expect(faultAt6s({ wallUs: 1_000_000, cpuUs: 3_000_000 })).toBeUndefined();
  expect(faultAt6s({ resultJson: '\ufffd'.repeat(33) })).toBeUndefined();
});

test('faultOfEnded takes the word CANCELLED of a run that was to be stopped', () => {
  const stop = { word: 'CANCELLED', why: 'CANCEL', askedAtMs: 5_500 } as const;
  const stopped = { ...placement(), stop };
  expect(faultOfEnded({ ...ended, word: 'CANCELLED' }, stopped, 6_000)).toBeUndefined();
});

test.each<[string, Partial<EndedFrame>]>([
  ['longer than it was there', { wallUs: 3_000_000 }],
  ['negative', { wallUs: -1 }],
  ['no number', { cpuUs: Number.NaN }],
  ['endless', { cpuUs: Number.POSITIVE_INFINITY }],
  ['of a heap beyond any', { heapPeakBytes: 2 ** 50 }],
  ['of more logs than it may write', { logBytes: 1_000_000 }],
  ['of a result longer than it may be', { resultJson: 'x'.repeat(101) }],
  ['of a result of more bytes than it may have', { resultJson: '\ufffd'.repeat(34) }],
  ['of a cancel that nobody asked for', { word: 'CANCELLED' }],
  ['of an error longer than any', { error: { name: 'E', message: 'x'.repeat(9_000), stack: '' } }],
])('faultOfEnded refuses an account that is %s', (_what, frame) => {
  expect(faultAt6s(frame)).toBeTypeOf('string');
});

test('faultOfLogs counts a run lines and characters over all its frames', () => {
  const placed = placement();
  const frame = (count: number, text: string) => ({
    name: 'logs' as const,
    runId: 1,
    lines: Array.from({ length: count }, () => ({ level: 'LOG' as const, text, sinceStartUs: 0 })),
  });
  expect(faultOfLogs(frame(10, 'x'), placed)).toBeUndefined();
  expect(faultOfLogs(frame(10, 'x'), placed)).toMatch(/20 lines/);
  expect(faultOfLogs(frame(1, 'x'.repeat(20_000)), placement())).toMatch(/20000 characters/);
});

test('faultOfLogs finds fault with a frame that says nothing, for it could come without end', () => {
  expect(faultOfLogs({ name: 'logs', runId: 1, lines: [] }, placement())).toBe('it wrote no lines');
});

test('faultOfEnded counts the bytes of a result', () => {
  const { resultJson: _none, ...bare } = ended;
  const fault = (length: number): string | undefined =>
    faultOfEnded({ ...bare, resultBytes: new Uint8Array(length) }, placement(), 6_000);
  expect(fault(100)).toBeUndefined();
  expect(fault(101)).toBe('its result is longer than 100 bytes');
});

test('faultOfProgress allows what a program may tell in the time that it had, and no more', () => {
  const running = placement();
  const at = (nowMs: number, valueJson = '1'): string | undefined =>
    faultOfProgress({ name: 'progress', runId: 1, valueJson }, running, nowMs);
  for (let count = 0; count < progressBurstMax; count++) expect(at(5_000)).toBeUndefined();
  for (let nowMs = 5_000; nowMs < 65_000; nowMs += progressEveryMs)
    expect(at(nowMs)).toBeUndefined();
  let count = 0;
  while (count < 100_000 && at(65_000) === undefined) count++;
  expect(count).toBeLessThan(20_000);
  expect(at(65_000)).toMatch(/^it told of its progress \d+ times$/);
});

test('faultOfProgress takes no word that is longer than one may be', () => {
  const long = { name: 'progress', runId: 1, valueJson: 'x'.repeat(progressBytesMax + 1) } as const;
  expect(faultOfProgress(long, placement(), 5_000)).toBe(
    `its progress is longer than ${progressBytesMax} bytes`,
  );
});
