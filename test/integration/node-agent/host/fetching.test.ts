/** What a program's fetch becomes on its way out of a host, and what it makes of what comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FetchCall, FetchResult } from '../../../../node-agent/frames/fetch-call.ts';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

const response: FetchResult = {
  name: 'responded',
  response: {
    status: 201,
    statusText: 'Made',
    url: 'https://a.example/elsewhere',
    isRedirected: true,
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Set-Cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    body: Buffer.from('{"grüße":"😀"}'),
  },
};

/** Begins a run, and waits for the fetch that it makes. */
async function fetching(wish: RunWish, number = 1): Promise<{ runId: number; call: FetchCall }> {
  const runId = host.begin(wish);
  const calls = () =>
    host.received.flatMap((it) => (it.name === 'fetch' && it.runId === runId ? [it.call] : []));
  await host.frame((it) => it.name === 'fetch' && it.runId === runId && calls().length >= number);
  return { runId, call: calls().at(-1) as FetchCall };
}

function reply(runId: number, callId: number, result: FetchResult): void {
  host.send({ name: 'fetch-reply', runId, reply: { callId, result } });
}

test.each(['THREAD', 'SLICE'] as const)('fetch gives a real Response in mode %s', async (mode) => {
  const source = `(async () => {
    const response = await fetch('https://a.example/x?y#z', {
      method: 'post',
      headers: { 'X-One': '1', accept: 'text/plain' },
      body: 'grüße',
    });
    const copies = [response.clone(), response.clone(), response.clone()];
    return {
      is: response instanceof Response,
      ...{ status: response.status, ok: response.ok, statusText: response.statusText },
      ...{ url: response.url, redirected: response.redirected, type: response.type },
      headers: [...response.headers],
      json: await response.json(),
      text: await copies[0].text(),
      bytes: (await copies[1].arrayBuffer()).byteLength,
      blob: (await copies[2].blob()).type,
      used: response.bodyUsed,
    };
  })()`;
  const { runId, call } = await fetching({ source, mode });
  const { body = new Uint8Array(), ...head } = call.request;
  expect(head).toEqual({
    method: 'POST',
    url: 'https://a.example/x?y#z',
    redirect: 'follow',
    headers: [
      ['X-One', '1'],
      ['accept', 'text/plain'],
      ['Content-Type', 'text/plain;charset=UTF-8'],
    ],
  });
  expect(Buffer.from(body).toString()).toBe('grüße');
  reply(runId, call.callId, response);
  const { result } = await host.end(runId);
  expect(result).toEqual({
    is: true,
    ...{ status: 201, ok: true, statusText: 'Made' },
    ...{ url: 'https://a.example/elsewhere', redirected: true, type: 'basic' },
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    json: { grüße: '😀' },
    text: '{"grüße":"😀"}',
    bytes: 18,
    blob: 'application/json;charset=utf-8',
    used: true,
  });
});

test('a body of bytes comes and goes as it is', async () => {
  const source = `(async () => {
    const body = Uint8Array.from({ length: 70_000 }, (_, index) => index);
    const response = await fetch(new Request('http://a.example', { method: 'PUT', body }));
    const bytes = await response.bytes();
    return bytes.length === 70_000 && bytes.every((byte, index) => byte === (index & 255));
  })()`;
  const { runId, call } = await fetching({ source });
  const body = call.request.body ?? new Uint8Array();
  expect(body).toHaveLength(70_000);
  reply(runId, call.callId, {
    name: 'responded',
    response: { ...response.response, body },
  });
  expect((await host.end(runId)).result).toBe(true);
});

test('a fetch that comes to nothing is a TypeError whose cause says why', async () => {
  const source = `fetch('https://a.example').catch((error) => ({
    is: error instanceof TypeError, message: error.message, stack: error.stack.split('\\n')[1].trim(),
    cause: error.cause instanceof Error, code: error.cause.code, why: error.cause.message,
  }))`;
  const { runId, call } = await fetching({ source, fileName: 'program.js' });
  reply(runId, call.callId, {
    name: 'failed',
    code: 'ORIGIN_NOT_ALLOWED',
    message: 'not this one',
  });
  expect((await host.end(runId)).result).toMatchObject({
    ...{ is: true, message: 'fetch failed: not this one', cause: true },
    ...{ code: 'ORIGIN_NOT_ALLOWED', why: 'not this one' },
  });
});

test('a fetch that is aborted rejects at once, and the agent is told', async () => {
  const source = `(async () => {
    const controller = new AbortController();
    const pending = fetch('https://a.example', { signal: controller.signal });
    setTimeout(() => controller.abort(), 1);
    const error = await pending.catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return [error.name, error === controller.signal.reason];
  })()`;
  const { runId, call } = await fetching({ source });
  const told = await host.frame((it) => it.name === 'fetch-abort' && it.runId === runId);
  expect(told).toMatchObject({ callId: call.callId });
  // What comes too late finds nobody.
  reply(runId, call.callId, response);
  expect((await host.end(runId)).result).toEqual(['AbortError', true]);
});

test('a fetch that is aborted before it is made, or to begin with, is never made', async () => {
  const source = `(async () => {
    const controller = new AbortController();
    const pending = fetch('https://a.example/never', { signal: controller.signal });
    await null; await null; await null; await null; await null;
    controller.abort('why');
    const gone = fetch('https://a.example/never', { signal: AbortSignal.abort('gone') });
    return Promise.allSettled([pending, gone]).then((all) => all.map(({ reason }) => reason));
  })()`;
  const runId = host.begin({ source });
  expect((await host.end(runId)).result).toEqual(['why', 'gone']);
  expect(host.received.some((it) => it.name === 'fetch' && it.runId === runId)).toBe(false);
});

test('a fetch that nobody awaits does not keep its run, nor end it otherwise', async () => {
  const { ended, result } = await host.run({ source: `fetch('https://a.example'); 'done'` });
  expect([ended.word, result]).toEqual(['SUCCEEDED', 'done']);
});

test('what no fetch can be is refused in the sandbox', async () => {
  const big = `'x'.repeat(1_048_577)`;
  const source = `(async () => {
    const why = (promise) => promise.catch((error) => error.cause?.code ?? error.name);
    return [
      await why(fetch('relative')),
      await why(fetch('https://user:password@a.example')),
      await why(fetch('https://a.example', { method: 'TRACE' })),
      await why(fetch('https://a.example', { method: 'POST', body: ${big} })),
      await why(fetch('https://a.example/?' + 'é'.repeat(8_000))),
      await why(fetch('https://a.example', { headers: { a: 'b'.repeat(40_000) } })),
    ];
  })()`;
  const { result } = await host.run({ source });
  const large = 'REQUEST_TOO_LARGE';
  expect(result).toEqual(['TypeError', 'TypeError', 'TypeError', large, large, large]);
});

test('a deterministic run fetches nothing', async () => {
  const source = `fetch('https://a.example').catch((error) => error.cause.code)`;
  const { result } = await host.run({ source, determinism: { seed: 1, startEpochMs: 0 } });
  expect(result).toBe('DETERMINISTIC');
});

test('fetches count as calls do, and beyond their number the run ends', async () => {
  const source = `(async () => {
    for (;;) {
      fetch('https://a.example').catch(() => {});
      await null;
    }
  })()`;
  const { ended } = await host.run({ source, limits: { hostCallsMax: 5 } });
  expect(ended.word).toBe('HOST_CALL_LIMIT');
});

test('more fetches than may be under way wait in the sandbox', async () => {
  const source = `Promise.all([1, 2, 3].map(async (n) => (await fetch('http://a.example/' + n)).status))`;
  const limits = { hostCallsInFlightMax: 1 };
  const { runId, call } = await fetching({ source, limits });
  const made = () => host.received.filter((it) => it.name === 'fetch' && it.runId === runId).length;
  expect(made()).toBe(1);
  reply(runId, call.callId, response);
  await host.frame((it) => it.name === 'fetch' && it.runId === runId && made() === 2);
  reply(runId, call.callId + 1, response);
  await host.frame((it) => it.name === 'fetch' && it.runId === runId && made() === 3);
  reply(runId, call.callId + 2, response);
  expect((await host.end(runId)).result).toEqual([201, 201, 201]);
});

test('a program that patches what fetch is made of harms itself alone', async () => {
  const source = `(async () => {
    Array.prototype.map = Array.prototype.join = String.prototype.split = () => { throw new Error('patched'); };
    Object.prototype.__proto__ = null;
    Uint8Array.prototype.toBase64 = () => ({ toString() { throw 1; } });
    return await fetch('https://a.example').catch((error) => 'rejected');
  })()`;
  const { ended } = await host.run({ source });
  expect(['SUCCEEDED', 'SCRIPT_THREW']).toContain(ended.word);
  expect((await host.run({ source: '1 + 1' })).result).toBe(2);
});
