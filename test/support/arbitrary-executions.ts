/** What crosses the wire, with arbitrary contents, for property tests. */
import fc from 'fast-check';
import { type ErrorReason, errorCatalogue } from '../../shared/errors/error-catalogue.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { seedMax, startEpochMsMax } from '../../shared/execution/determinism.ts';
import {
  type Execution,
  isolationLevels,
  programKinds,
  programLanguages,
} from '../../shared/execution/execution.ts';
import { type Limits, limitCeilings, limitFloors } from '../../shared/execution/limits.ts';
import {
  type GuestError,
  type LogEntry,
  logLevels,
  type Outcome,
  outcomeWords,
  type Usage,
} from '../../shared/execution/outcome.ts';
import { sizeOfResult } from '../../shared/execution/payload.ts';
import { programHash } from '../../shared/execution/program-hash.ts';
import { moduleKinds, type ProgramModule } from '../../shared/execution/program-module.ts';

/** Any whole characters, those beyond 16 bits among them. */
export const arbitraryText = fc.string({ unit: 'binary', maxLength: 40 });
/** As they are read from a message. */
const arbitraryBytes = fc.uint8Array().map((bytes) => Buffer.from(bytes));
export const arbitraryUint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
export const arbitraryRunId = fc.integer({ min: 1, max: 2 ** 32 - 1 });

const fileName = fc.stringMatching(/^[a-z]{1,10}\.(?:js|ts)$/);
/** Of a program; a path each. */
export const arbitraryModules: fc.Arbitrary<ProgramModule[]> = fc.uniqueArray(
  fc.record({
    path: fc.stringMatching(/^[a-z]{1,9}(?:\/[a-z]{1,9})?(?:\.js|\.json)?$/),
    kind: fc.constantFrom(...moduleKinds),
    text: fc.string({ unit: 'binary', maxLength: 40 }),
  }),
  { selector: ({ path }) => path, minLength: 1, maxLength: 4 },
);

const tenantId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** Within what a request may ask for. */
export const arbitraryLimits: fc.Arbitrary<Limits> = fc.record(
  Object.fromEntries(
    (Object.keys(limitFloors) as (keyof Limits)[]).map((name) => [
      name,
      fc.integer({ min: limitFloors[name], max: limitCeilings[name] }),
    ]),
  ) as { [Name in keyof Limits]: fc.Arbitrary<number> },
);

function withOneInput<Given extends { inputJson?: string; inputBytes?: Uint8Array }>(
  given: Given,
): Given {
  if (given.inputJson !== undefined) delete given.inputBytes;
  return given;
}

/** One that a coordinator has accepted. */
export const arbitraryExecution: fc.Arbitrary<Execution> = fc
  .record(
    {
      tenantId,
      source: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      kind: fc.constantFrom(...programKinds),
      language: fc.constantFrom(...programLanguages),
      fileName,
      modules: arbitraryModules,
      inputJson: fc.json(),
      inputBytes: arbitraryBytes,
      limits: arbitraryLimits,
      isolation: fc.constantFrom(...isolationLevels),
      isIdempotent: fc.boolean(),
      determinism: fc.record({
        seed: fc.integer({ min: 0, max: seedMax }),
        startEpochMs: fc.integer({ min: 0, max: startEpochMsMax }),
      }),
      toolNames: fc.uniqueArray(fc.stringMatching(/^[a-s][A-Za-z0-9_.-]{0,9}$/), {
        minLength: 1,
        maxLength: 3,
      }),
      egressRules: fc.array(
        fc.constantFrom('https://a.example', 'https://*.b.example:8443 GET POST', 'http://[::1] *'),
        { maxLength: 3 },
      ),
    },
    {
      requiredKeys: [
        'tenantId',
        'source',
        'kind',
        'language',
        'fileName',
        'limits',
        'isolation',
        'isIdempotent',
      ],
    },
  )
  .filter(({ isolation, determinism }) => isolation !== 'POOLED' || determinism === undefined)
  .filter(({ toolNames, determinism }) => toolNames === undefined || determinism === undefined)
  .filter(({ egressRules, determinism }) => !egressRules?.length || determinism === undefined)
  .map(withOneInput)
  .map(({ source, kind, language, fileName: name, modules, ...rest }) => {
    const text = { source, kind, language, fileName: name };
    const importable = kind === 'SCRIPT' ? [] : modules?.filter(({ path }) => path !== name);
    const program = importable?.length ? { ...text, modules: importable } : text;
    return { ...rest, program: { ...program, hash: programHash(program) } };
  });

const guestError: fc.Arbitrary<GuestError> = fc.record({
  name: arbitraryText,
  message: arbitraryText,
  stack: arbitraryText,
});

const usage: fc.Arbitrary<Usage> = fc.record({
  queuedUs: arbitraryUint32,
  wallUs: arbitraryUint32,
  cpuUs: arbitraryUint32,
  heapPeakBytes: arbitraryUint32,
  attempts: fc.integer({ min: 1, max: 9 }),
  nodeId: tenantId,
  isWarm: fc.boolean(),
  inputBytes: fc.maxSafeNat(),
  resultBytes: fc.maxSafeNat(),
  logBytes: arbitraryUint32,
});

export const arbitraryOutcome: fc.Arbitrary<Outcome> = fc
  .record(
    {
      word: fc.constantFrom(...outcomeWords),
      resultJson: fc.json(),
      resultBytes: arbitraryBytes,
      error: guestError,
      usage,
      mayHaveHadEffects: fc.boolean(),
    },
    { requiredKeys: ['word', 'usage', 'mayHaveHadEffects'] },
  )
  .map(({ resultBytes, ...outcome }) => {
    return resultBytes && outcome.resultJson === undefined ? { ...outcome, resultBytes } : outcome;
  });

/** As a node tells it: what it does not know, and what follows from the rest, is left to the reader. */
export const arbitraryNodeOutcome: fc.Arbitrary<Outcome> = arbitraryOutcome.map((outcome) => ({
  ...outcome,
  usage: {
    ...outcome.usage,
    nodeId: '',
    inputBytes: 0,
    resultBytes: sizeOfResult(outcome),
  },
}));

export const arbitraryLogEntry: fc.Arbitrary<LogEntry> = fc.record({
  level: fc.constantFrom(...logLevels),
  text: arbitraryText,
  sinceStartUs: arbitraryUint32,
  attempt: fc.integer({ min: 1, max: 9 }),
});

export const arbitraryError: fc.Arbitrary<IsopodError> = fc
  .record({
    reason: fc.constantFrom(...(Object.keys(errorCatalogue) as ErrorReason[])),
    message: arbitraryText,
    fieldViolations: fc.array(fc.record({ field: arbitraryText, description: arbitraryText }), {
      maxLength: 3,
    }),
    quotaViolations: fc.array(
      fc.record({ subject: arbitraryText, description: arbitraryText, quotaId: arbitraryText }),
      { maxLength: 2 },
    ),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 3_600_000 }), { nil: undefined }),
  })
  .map(
    ({ reason, message, fieldViolations, quotaViolations, retryAfterMs }) =>
      new IsopodError(reason, message, {
        fieldViolations,
        quotaViolations,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      }),
  );
