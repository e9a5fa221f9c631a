/** Fetches and what came of them, with arbitrary contents, for property tests. */
import fc from 'fast-check';
import {
  type FetchCall,
  type FetchReply,
  type FetchResult,
  fetchFailures,
  type HeaderPair,
  redirectModes,
} from '../../node-agent/frames/fetch-call.ts';

const id = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const text = fc.string({ unit: 'grapheme' });
const headers: fc.Arbitrary<HeaderPair[]> = fc.array(fc.tuple(text, text), { maxLength: 5 });
const body = fc.uint8Array({ maxLength: 200 });

export const arbitraryFetchCall: fc.Arbitrary<FetchCall> = fc.record({
  callId: id,
  request: fc.record(
    { method: text, url: text, redirect: fc.constantFrom(...redirectModes), headers, body },
    { requiredKeys: ['method', 'url', 'redirect', 'headers'] },
  ),
});

const result: fc.Arbitrary<FetchResult> = fc.oneof(
  fc.record({
    name: fc.constant('responded' as const),
    response: fc.record({
      status: fc.integer({ min: 100, max: 999 }),
      statusText: text,
      url: text,
      isRedirected: fc.boolean(),
      headers,
      body,
    }),
  }),
  fc.record({
    name: fc.constant('failed' as const),
    code: fc.constantFrom(...fetchFailures),
    message: text,
  }),
);

export const arbitraryFetchReply: fc.Arbitrary<FetchReply> = fc.record({ callId: id, result });
