import { expect, test } from 'vitest';
import {
  type DeterministicExecution,
  resultKey,
} from '../../../../../coordinator/cache/results/result-key.ts';
import { defaultDeterminism } from '../../../../../shared/execution/determinism.ts';
import { defaultLimits, type Limits } from '../../../../../shared/execution/limits.ts';
import { programHash } from '../../../../../shared/execution/program-hash.ts';
import { exampleExecution } from '../../../../support/example-execution.ts';

const base: DeterministicExecution = {
  ...exampleExecution(),
  determinism: defaultDeterminism,
  inputJson: '1',
};

const limitNames = Object.keys(defaultLimits) as (keyof Limits)[];

test('resultKey is another for whatever may change how an execution ends', () => {
  const { inputJson: _none, ...withoutInput } = base;
  const modules = [{ path: 'a.js', kind: 'JAVASCRIPT', text: 'export default 1' }] as const;
  const program = { ...base.program, modules };
  const others: DeterministicExecution[] = [
    base,
    { ...base, tenantId: 'acme' },
    { ...base, program: { ...program, hash: programHash(program) } },
    { ...base, functionVersion: 'abc' },
    { ...base, isolation: 'PROCESS' },
    { ...base, determinism: { ...defaultDeterminism, seed: 1 } },
    { ...base, determinism: { ...defaultDeterminism, startEpochMs: 1 } },
    { ...base, layersRequired: ['own-ids'] },
    { ...base, egressRules: [] },
    { ...base, inputJson: '2' },
    withoutInput,
    { ...withoutInput, inputBytes: Buffer.from('1') },
    ...limitNames.map((name) => ({ ...base, limits: { ...defaultLimits, [name]: 7 } })),
  ];
  const keys = others.map((execution) => resultKey(execution, 'engine 1'));
  keys.push(resultKey(base, 'engine 2'));
  expect(new Set(keys).size).toBe(others.length + 1);
});

test('resultKey is the same for what cannot change how an execution ends', () => {
  const key = resultKey(base, 'engine');
  expect(resultKey({ ...base, isIdempotent: true, cacheMode: 'REFRESH' }, 'engine')).toBe(key);
});
