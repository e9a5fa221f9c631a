import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import {
  type CacheMode,
  cacheModes,
  type Execution,
} from '../../../../shared/execution/execution.ts';
import { defaultLimits, payloadLimits } from '../../../../shared/execution/limits.ts';
import { inputOf } from '../../../../shared/execution/payload.ts';
import { modulesMax, type ProgramModule } from '../../../../shared/execution/program-module.ts';
import type { Execution as WireExecution } from '../../../../shared/generated/isopod/v1/Execution.ts';
import {
  executionToWire,
  readExecution,
  readFunctionReference,
} from '../../../../shared/wire/execution-codec.ts';
import type { ModuleRequest } from '../../../../shared/wire/source-codec.ts';
import { arbitraryExecution } from '../../../support/arbitrary-executions.ts';
import { exampleVersion } from '../../../support/example-functions.ts';
import { executeRequestThroughWire } from '../../../support/through-wire.ts';

function read(wire: WireExecution, tenantId = 'default'): Execution {
  return readExecution(executeRequestThroughWire({ execution: wire }).execution, tenantId);
}

/** The field and the description of each violation, and the reason of the error. */
function violationsOf(wire: WireExecution): Record<string, string> {
  try {
    read(wire);
  } catch (error) {
    if (!(error instanceof IsopodError)) throw error;
    expect(error.reason).toBe('INVALID_EXECUTION');
    return Object.fromEntries(
      error.fieldViolations.map(({ field, description }) => [field, description]),
    );
  }
  return {};
}

const source = { text: '1' };

/** As a caller gives them: by path, bytes as bytes. */
function requestOf(modules: readonly ProgramModule[]): Record<string, ModuleRequest> {
  return Object.fromEntries(modules.map(({ path, kind, text }) => [path, { kind, text }]));
}

test('an execution is read as the SDK wrote it', () => {
  fc.assert(
    fc.property(arbitraryExecution, (execution) => {
      const { program, limits, isolation, isIdempotent, tenantId } = execution;
      const { determinism, toolNames, egressRules } = execution;
      const { kind, language, fileName } = program;
      const wire = executionToWire({
        source: program.source,
        kind,
        language,
        fileName,
        ...(program.modules ? { modules: requestOf(program.modules) } : {}),
        limits,
        isolation,
        isIdempotent,
        ...inputOf(execution),
        ...(determinism ? { determinism } : {}),
        ...(toolNames ? { toolNames } : {}),
        ...(egressRules ? { egressRules } : {}),
      });
      expect(read(wire, tenantId)).toEqual(execution);
    }),
  );
});

test('an execution of a source and nothing else takes every default', () => {
  expect(read(executionToWire({ source: '1' }))).toMatchObject({
    tenantId: 'default',
    program: { source: '1', kind: 'AUTO', language: 'JAVASCRIPT', fileName: 'main.js' },
    limits: defaultLimits,
    isolation: 'FRESH',
    isIdempotent: false,
  });
});

test('a TypeScript program is called main.ts where it has no name', () => {
  const { program } = read(executionToWire({ source: '1', language: 'TYPESCRIPT' }));
  expect(program.fileName).toBe('main.ts');
});

test.each<[string, WireExecution, string]>([
  ['no source', {}, 'source'],
  [
    'a rule that is none',
    { source, egress: { allow: ['https://a.example', 'x'] } },
    'egress.allow[1]',
  ],
  ['65 rules', { source, egress: { allow: Array(65).fill('https://a.example') } }, 'egress.allow'],
  [
    'something to fetch, though it is deterministic',
    { source, determinism: {}, egress: { allow: ['https://a.example'] } },
    'egress.allow',
  ],
  ['an empty source', { source: { text: '' } }, 'source.text'],
  ['a source of 5 MB', { source: { text: 'x'.repeat(5e6) } }, 'source.text'],
  ['an unknown kind', { source: { ...source, kind: 77 as never } }, 'source.kind'],
  ['an unknown language', { source: { ...source, language: 77 as never } }, 'source.language'],
  ['an unknown isolation level', { source, isolationLevel: 77 as never }, 'isolation_level'],
  ['a file name of two lines', { source: { ...source, fileName: 'a\nb' } }, 'source.file_name'],
  ['a file name of 256', { source: { ...source, fileName: 'x'.repeat(256) } }, 'source.file_name'],
  ['input that is no JSON', { source, inputJson: '{a: 1}' }, 'input_json'],
  ['empty input', { source, inputJson: '' }, 'input_json'],
  ['input of 5 MB', { source, inputJson: `"${'x'.repeat(5e6)}"` }, 'input_json'],
  ['a negative limit', { source, limits: { memoryBytes: -1 } }, 'limits.memory_bytes'],
])('readExecution refuses %s and names the field', (_what, wire, field) => {
  expect(Object.keys(violationsOf(wire))).toEqual([field]);
});

test('readExecution counts bytes, not characters', () => {
  const text = 'é'.repeat(payloadLimits.sourceBytesMax / 2);
  expect(violationsOf({ source: { text } })).toEqual({});
  expect(violationsOf({ source: { text: `${text}x` } })).toEqual({
    'source.text': 'must be at most 1048576 bytes: 1048577',
  });
});

test('readExecution tells every mistake at once', () => {
  const wire = { source: { text: '', kind: 9 as never }, inputJson: '[', limits: { timers: 0 } };
  expect(Object.keys(violationsOf(wire))).toEqual([
    'source.text',
    'source.kind',
    'input_json',
    'limits.timers',
  ]);
});

test('readExecution quotes whole characters of what is no JSON', () => {
  // V8 shows some characters round the mistake, here from the middle of one of two halves.
  for (const padding of ['', ' ']) {
    const inputJson = `{"a":${padding}${'😀'.repeat(40)}}`;
    expect(violationsOf({ source, inputJson })['input_json']).toSatisfy((text: string) =>
      text.isWellFormed(),
    );
  }
});

const sessionId = `node-1.${'s'.repeat(43)}`;

test('an execution of a session is read with its id, and with no isolation of its own', () => {
  const wire = executionToWire({ source: '1', sessionId });
  expect(read(wire)).toMatchObject({ sessionId, isolation: 'FRESH' });
});

test('an execution of a session is refused for each thing that it cannot have', () => {
  const given = {
    determinism: {},
    isolationLevel: 'ISOLATION_LEVEL_FRESH',
    minPosture: {},
  } as const;
  const description = 'must not be set in a session';
  expect(violationsOf({ source, sessionId, ...given })).toEqual({
    determinism: description,
    isolation_level: description,
    min_posture: description,
  });
  expect(violationsOf({ source, sessionId: 's' })).toEqual({
    session_id: 'must be the id of a session',
  });
});

test.each([
  ['price', { name: 'price', version: '' }],
  ['price@live', { name: 'price', version: 'live' }],
])('the function %s is read as the SDK wrote it', (named, reference) => {
  const wire = executionToWire({ function: named });
  const { execution } = executeRequestThroughWire({ execution: wire });
  expect(readFunctionReference(execution)).toEqual(reference);
});

test.each([
  ['', 'function.name'],
  ['a b', 'function.name'],
  ['price@9 lives', 'function.version'],
  ['price@', 'function.version'],
  ['price@live@', 'function.version'],
])('the function "%s" is refused for its %s', (named, field) => {
  const wire = executionToWire({ function: named });
  const { execution } = executeRequestThroughWire({ execution: wire });
  expect(() => readFunctionReference(execution)).toThrow(
    expect.objectContaining({
      reason: 'INVALID_EXECUTION',
      fieldViolations: [expect.objectContaining({ field })],
    }),
  );
});

test("what a call does not say of limits and isolation is the function's to say", () => {
  const limits = { ...defaultLimits, cpuUsMax: 1_000_000, wallUsMax: 2_000_000 };
  const called = exampleVersion('7', { limits, isolation: 'PROCESS' });
  const wire = executionToWire({ function: 'price', limits: { wallUsMax: 3_000_000 } });
  const { execution } = executeRequestThroughWire({ execution: wire });
  expect(readExecution(execution, 'acme', called)).toEqual({
    tenantId: 'acme',
    program: called.program,
    functionName: 'price',
    functionVersion: called.version,
    limits: { ...limits, wallUsMax: 3_000_000 },
    isolation: 'PROCESS',
    isIdempotent: false,
  });
});

test('readExecution refuses a request without an execution', () => {
  expect(() => readExecution(null, 'default')).toThrow(
    expect.objectContaining({
      fieldViolations: [{ field: 'execution', description: 'must be set' }],
    }),
  );
});

test('modules are what their paths say, unless it is said', () => {
  const modules = {
    'a.ts': '1',
    'b.mts': '2',
    'c.json': '3',
    'd.txt': '4',
    'lib@1.2.3': '5',
    'e.bin': new Uint8Array([0, 255]),
    'f.txt': { kind: 'JAVASCRIPT', text: '6' },
  } as const;
  const { program } = read(executionToWire({ source: '1', modules }));
  expect(program.modules?.map(({ path, kind, text }) => [path, kind, text])).toEqual([
    ['a.ts', 'TYPESCRIPT', '1'],
    ['b.mts', 'TYPESCRIPT', '2'],
    ['c.json', 'JSON', '3'],
    ['d.txt', 'TEXT', '4'],
    ['lib@1.2.3', 'JAVASCRIPT', '5'],
    ['e.bin', 'BYTES', 'AP8='],
    ['f.txt', 'JAVASCRIPT', '6'],
  ]);
});

test.each([
  '',
  '/a.js',
  'a/',
  './a.js',
  'a/../b.js',
  'a//b.js',
  'a\\b.js',
  'a\nb',
  'x'.repeat(256),
])('a module of path %j is refused', (path) => {
  const violations = violationsOf({ source: { text: '1', modules: [{ path, text: '' }] } });
  expect(Object.keys(violations)).toEqual(['source.modules[0].path']);
});

test('two modules of one path, one of the name of the program, and one too many are refused', () => {
  const one = { path: 'a.js', text: '' };
  expect(violationsOf({ source: { text: '1', modules: [one, one] } })).toEqual({
    'source.modules[1].path': 'is there twice: a.js',
  });
  const named = { text: '1', fileName: 'a.js', modules: [one] };
  expect(violationsOf({ source: named })).toEqual({
    'source.modules[0].path': 'is there twice: a.js',
  });
  const many = Array.from({ length: modulesMax + 1 }, (_, i) => ({ path: `m${i}`, text: '' }));
  expect(violationsOf({ source: { text: '1', modules: many } })).toEqual({
    'source.modules': `must be at most ${modulesMax}: ${modulesMax + 1}`,
  });
});

test('a program and its modules are at most 1 MB together, and a script has none', () => {
  const half = 'x'.repeat(payloadLimits.sourceBytesMax / 2);
  const modules = [{ path: 'a.js', text: half }];
  expect(violationsOf({ source: { text: half, modules } })).toEqual({
    source: 'must be at most 1048576 bytes: 1048580',
  });
  const kind = 'PROGRAM_KIND_SCRIPT';
  const script = { text: '1', kind, modules: [{ path: 'a', text: '' }] } as const;
  expect(violationsOf({ source: { ...script, modules: [...script.modules] } })).toEqual({
    'source.modules': 'must be empty: a script cannot import',
  });
});

test('an input is text or bytes, and of bytes no more than of text', () => {
  const bytes = Buffer.from([0, 255]);
  expect(read({ source, inputBytes: bytes })).toMatchObject({ inputBytes: bytes });
  expect(violationsOf({ source, inputJson: '1', inputBytes: bytes })).toEqual({
    input_bytes: 'must not be set where input_json is',
  });
  const { inputBytesMax } = payloadLimits;
  expect(violationsOf({ source, inputBytes: Buffer.alloc(inputBytesMax + 1) })).toEqual({
    input_bytes: `must be at most ${inputBytesMax} bytes: ${inputBytesMax + 1}`,
  });
});

test('stdin is a tool among others, and not of what may be done again', () => {
  expect(read({ source, stdin: true }).toolNames).toEqual(['<stdin>']);
  expect(read({ source, stdin: true, toolNames: ['a'] }).toolNames).toEqual(['a', '<stdin>']);
  expect(violationsOf({ source, toolNames: ['<stdin>'] })).toHaveProperty('tool_names[0]');
  for (const given of [{ idempotent: true }, { determinism: {} }])
    expect(violationsOf({ source, stdin: true, ...given })).toHaveProperty('stdin');
});

test('an execution has an affinity key and an origin as its client said', () => {
  const origin = { region: 'eu', zone: '', coordinates: { latitude: 52.5, longitude: 13.4 } };
  const wire = executionToWire({ source: '1', affinityKey: 'user-7', origin });
  expect(read(wire)).toMatchObject({ affinityKey: 'user-7', origin });
  const plain = read({ source });
  expect([plain.affinityKey, plain.origin]).toEqual([undefined, undefined]);
  expect(read({ source, origin: {} }).origin).toBeUndefined();
});

test('an affinity key that is too long, and a place that cannot be, are refused', () => {
  const affinityKey = 'k'.repeat(257);
  const origin = { region: 'a b', coordinates: { latitude: 0, longitude: 181 } };
  expect(Object.keys(violationsOf({ source, affinityKey, origin })).toSorted()).toEqual([
    'affinity_key',
    'origin.coordinates',
    'origin.region',
  ]);
});

test('what an execution has to do with kept results is read; the usual is left out', () => {
  const readCache = (cache: CacheMode) =>
    read(executionToWire({ source: '1', determinism: {}, cache })).cacheMode;
  expect(cacheModes.map(readCache)).toEqual([undefined, 'OFF', 'REFRESH']);
  expect(read({ source })).not.toHaveProperty('cacheMode');
  expect(violationsOf({ source, cache: 9 as never })).toEqual({
    cache: 'must be a value of its enum: 9',
  });
});
