/** Frames of every kind with arbitrary contents, for property tests. */
import fc from 'fast-check';
import {
  entryModes,
  type FrameFromHost,
  type FrameToHost,
  hostOutcomeWords,
} from '../../node-agent/frames/frame.ts';
import { seedMax } from '../../shared/execution/determinism.ts';
import {
  isolationLevels,
  programKinds,
  programLanguages,
} from '../../shared/execution/execution.ts';
import { logLevels } from '../../shared/execution/outcome.ts';
import { arbitraryModules } from './arbitrary-executions.ts';
import { arbitraryFetchCall, arbitraryFetchReply } from './arbitrary-fetches.ts';
import { arbitraryCall, arbitraryReply } from './arbitrary-host-calls.ts';

const id = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const count = fc.maxSafeNat();
const bytes = fc.uint8Array();
const text = fc.string({ unit: 'grapheme' });
const word = fc.constantFrom(...hostOutcomeWords);

const limits = fc.record({
  wallUsMax: count,
  cpuUsMax: count,
  memoryBytesMax: count,
  resultBytesMax: count,
  logLinesMax: count,
  logBytesMax: count,
  logLineBytesMax: count,
  timersMax: count,
  hostCallsMax: count,
  hostCallsInFlightMax: count,
  hostCallWaitUsMax: count,
});

export const frameToHost: fc.Arbitrary<FrameToHost> = fc.oneof(
  fc.record(
    {
      name: fc.constant('load' as const),
      codeId: id,
      kind: fc.constantFrom(...programKinds),
      language: fc.constantFrom(...programLanguages),
      fileName: text,
      source: text,
      modules: arbitraryModules,
    },
    { requiredKeys: ['name', 'codeId', 'kind', 'language', 'fileName', 'source'] },
  ),
  fc.record(
    {
      name: fc.constant('run' as const),
      runId: id,
      codeId: id,
      isolation: fc.constantFrom(...isolationLevels),
      mode: fc.constantFrom(...entryModes),
      limits,
      determinism: fc.record({ seed: fc.integer({ min: 0, max: seedMax }), startEpochMs: count }),
      toolNames: fc.array(text, { minLength: 1, maxLength: 3 }),
      inputJson: text,
    },
    { requiredKeys: ['name', 'runId', 'codeId', 'isolation', 'mode', 'limits'] },
  ),
  fc.record({
    name: fc.constant('run' as const),
    runId: id,
    codeId: id,
    isolation: fc.constantFrom(...isolationLevels),
    mode: fc.constantFrom(...entryModes),
    limits,
    inputBytes: bytes,
  }),
  fc.record({ name: fc.constant('drop' as const), codeId: id }),
  fc.record({ name: fc.constantFrom('cancel' as const, 'recall' as const), runId: id }),
  fc.record({ name: fc.constant('open-session' as const), sessionId: id, memoryBytesMax: count }),
  fc.record({ name: fc.constant('close-session' as const), sessionId: id }),
  fc.record({ name: fc.constant('reset' as const) }),
  fc.record({ name: fc.constant('call-reply' as const), runId: id, reply: arbitraryReply(text) }),
  fc.record({ name: fc.constant('fetch-reply' as const), runId: id, reply: arbitraryFetchReply }),
);

export const frameFromHost: fc.Arbitrary<FrameFromHost> = fc.oneof(
  fc.record({ name: fc.constant('ready' as const), v8Version: text, layers: fc.array(text) }),
  fc.record({
    name: fc.constant('logs' as const),
    runId: id,
    lines: fc.array(fc.record({ level: fc.constantFrom(...logLevels), text, sinceStartUs: count })),
  }),
  fc.record({ name: fc.constant('progress' as const), runId: id, valueJson: text }),
  fc.record({ name: fc.constantFrom('parked' as const, 'recalled' as const), runId: id }),
  fc.record(
    {
      name: fc.constant('ended' as const),
      runId: id,
      word,
      resultJson: text,
      error: fc.record({ name: text, message: text, stack: text }),
      wallUs: count,
      cpuUs: count,
      heapPeakBytes: count,
      logBytes: count,
      isWarm: fc.boolean(),
      isHostSpent: fc.constant(true as const),
      isSessionLost: fc.constant(true as const),
    },
    {
      requiredKeys: [
        'name',
        'runId',
        'word',
        'wallUs',
        'cpuUs',
        'heapPeakBytes',
        'logBytes',
        'isWarm',
      ],
    },
  ),
  fc.record({
    name: fc.constant('ended' as const),
    runId: id,
    word,
    resultBytes: bytes,
    wallUs: count,
    cpuUs: count,
    heapPeakBytes: count,
    logBytes: count,
    isWarm: fc.boolean(),
  }),
  fc.record({ name: fc.constant('call' as const), runId: id, call: arbitraryCall(text) }),
  fc.record({ name: fc.constant('fetch' as const), runId: id, call: arbitraryFetchCall }),
  fc.record({ name: fc.constant('fetch-abort' as const), runId: id, callId: id }),
  fc.record({ name: fc.constant('wedged' as const), runId: id, word }),
  fc.record({ name: fc.constant('reset-done' as const) }),
);
