/** What the benches have executed, and what the right answers are. */
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';

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
