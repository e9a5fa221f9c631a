import { expect, test } from 'vitest';
import { ServedTools, type Tools } from '../../../../client/sdk/tools.ts';
import type { HostCallReply, HostCallResult } from '../../../../shared/execution/host-call.ts';

/** Calls one tool and waits for the reply. */
function call(tools: Tools, toolName: string, argumentJson?: string): Promise<HostCallResult> {
  return new Promise((resolve) => {
    const served = new ServedTools(tools, ({ result }: HostCallReply) => resolve(result));
    served.serve(
      argumentJson === undefined ? { callId: 1, toolName } : { callId: 1, toolName, argumentJson },
    );
  });
}

const given: Tools = {
  double: async (argument) => Number(argument) * 2,
  nothing: (argument) => argument,
  circle: () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return circle;
  },
  large: () => 'x'.repeat(2 ** 20),
  text: () => AbortSignal.abort('just text').throwIfAborted(),
  missing: () => {
    const data = { id: 4 };
    throw Object.assign(new RangeError('not there'), { name: 'NotFound', code: 404, data });
  },
  odd: () => {
    throw Object.assign(new Error('odd'), { code: {}, data: 1n });
  },
};

test.each<[string, string | undefined, HostCallResult]>([
  ['double', '21', { name: 'returned', resultJson: '42' }],
  ['nothing', undefined, { name: 'returned' }],
  ['nothing', 'null', { name: 'returned', resultJson: 'null' }],
  ['text', undefined, { name: 'threw', error: { name: 'NotAnError', message: 'just text' } }],
  [
    'missing',
    undefined,
    {
      name: 'threw',
      error: { name: 'NotFound', message: 'not there', code: '404', dataJson: '{"id":4}' },
    },
  ],
  ['odd', undefined, { name: 'threw', error: { name: 'Error', message: 'odd' } }],
])('ServedTools gives what %s returns or throws', async (toolName, argumentJson, result) => {
  expect(await call(given, toolName, argumentJson)).toEqual(result);
});

test.each([
  ['circle', undefined, 'TypeError'],
  ['large', undefined, 'HostCallTooLarge'],
  ['unknown', undefined, 'HostCallUnanswered'],
  ['constructor', undefined, 'HostCallUnanswered'],
  ['double', '{', 'SyntaxError'],
])('ServedTools says what went wrong with %s', async (toolName, argumentJson, name) => {
  expect(await call(given, toolName, argumentJson)).toMatchObject({ error: { name } });
});

test.each<[string, () => unknown, unknown]>([
  ['what is no text', () => ({ __proto__: null }), { name: 'NotAnError' }],
  [
    'an error named by a number',
    () => Object.assign(new Error(), { name: 5, message: { a: 1 } }),
    { name: '5', message: '[object Object]' },
  ],
  [
    'an error that does not say',
    () =>
      Object.defineProperty(new Error(), 'message', {
        get: () => AbortSignal.abort().throwIfAborted(),
      }),
    { name: 'NotAnError' },
  ],
])('ServedTools replies when a tool throws %s', async (_what, made, error) => {
  const tools: Tools = {
    rude: () => {
      throw made();
    },
  };
  expect(await call(tools, 'rude')).toMatchObject({ name: 'threw', error });
});

test('ServedTools aborts what is under way when the run ends, and says nothing more of it', async () => {
  const replies: HostCallReply[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const tools: Tools = {
    slow: (_argument, { signal }) => {
      signal.addEventListener('abort', () => resolve('aborted'));
      return promise;
    },
  };
  const served = new ServedTools(tools, (reply) => replies.push(reply));
  served.serve({ callId: 1, toolName: 'slow' });
  served.end();
  expect(await promise).toBe('aborted');
  await new Promise((next) => setImmediate(next));
  expect(replies).toEqual([]);
});
