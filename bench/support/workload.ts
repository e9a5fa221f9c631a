/** What the benches have executed, and what the right answers are. */
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { WorkerCall } from './workerd.ts';

/** An execution with the one answer that is right. */
export interface KnownExecution {
  readonly request: ExecutionRequest;
  readonly resultJson: string;
}

/** A text in input and result, that makes each of them about 100 bytes. */
const text = 'the quick brown fox jumps over the lazy dog and then some';

/** A small module that keeps its isolate: what is measured is the way to it and back. */
export function pooledSum(index: number): KnownExecution {
  const [a, b] = [1_000_000 + index, 7_000_000];
  return {
    request: {
      source: 'export default ({ a, b, text }) => ({ sum: a + b, text });',
      inputJson: JSON.stringify({ a, b, text }),
      isolation: 'POOLED',
    },
    resultJson: JSON.stringify({ sum: a + b, text }),
  };
}

/** The same small module, deterministic: from the second call on its result is known. */
export function knownSum(index: number): KnownExecution {
  const { request, resultJson } = pooledSum(index);
  return { request: { ...request, isolation: 'FRESH', determinism: {} }, resultJson };
}

/** A program that nobody has seen before, in a context of its own. */
export function freshProduct(index: number): KnownExecution {
  return {
    request: {
      source: `const factor = ${index};\nexport default (input) => ({ product: input.a * factor });`,
      inputJson: JSON.stringify({ a: 3 }),
      isolation: 'FRESH',
    },
    resultJson: JSON.stringify({ product: 3 * index }),
  };
}

/** One small module of many, each of its own source, that keeps its isolate. */
export function pooledProduct(index: number): KnownExecution {
  return {
    request: {
      source: `const factor = ${index};\nexport default ({ a }) => ({ product: a * factor });`,
      inputJson: JSON.stringify({ a: 3 }),
      isolation: 'POOLED',
    },
    resultJson: JSON.stringify({ product: 3 * index }),
  };
}

/** Holds a host without using it, longer than any bench lasts. */
export const longWait: KnownExecution = {
  request: {
    source: 'export default () => new Promise((resolve) => setTimeout(resolve, 850_000));',
    limits: { wallUsMax: 900_000_000 },
  },
  resultJson: '',
};

/** The same function for Isopod and, below, as a worker: the source is another each time. */
export function freshSum(index: number): KnownExecution {
  const { inputJson, resultJson } = sumOf(index);
  const source = `const own = ${index};\nexport default ({ a, b, text }) => ({ sum: a + b + own, text });`;
  return { request: { source, inputJson, isolation: 'FRESH' }, resultJson };
}

export function freshSumWorker(index: number): WorkerCall & { readonly resultJson: string } {
  const source = `const own = ${index};
const run = ({ a, b, text }) => ({ sum: a + b + own, text });
export default { fetch: async (request) => Response.json(run(await request.json())) };`;
  return { id: String(index), source, ...sumOf(index) };
}

function sumOf(own: number): { readonly inputJson: string; readonly resultJson: string } {
  const [a, b] = [1_000_000, 7_000_000];
  const inputJson = JSON.stringify({ a, b, text });
  return { inputJson, resultJson: JSON.stringify({ sum: a + b + own, text }) };
}
