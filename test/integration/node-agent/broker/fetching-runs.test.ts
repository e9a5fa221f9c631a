/** Programs in real hosts that fetch, by a broker as an agent has it. */
import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { hostBounds } from '../../../../node-agent/frames/host-bounds.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { EgressNode, type EgressWish } from '../../../support/egress-node.ts';
import { EgressServer, type ReceivedRequest } from '../../../support/egress-server.ts';
import { HostedPrograms } from '../../../support/hosted-programs.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const clock = systemClock();
let open: HostedPrograms | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** A node that may fetch from `server`. */
async function nodeFor(server: EgressServer, wish: EgressWish = {}): Promise<HostedPrograms> {
  const egress = new EgressNode({
    allow: [`${server.origin} *`],
    allowAddresses: ['127.0.0.1'],
    ...wish,
  });
  open = await HostedPrograms.open({ egress: egress.broker });
  return open;
}

function until(condition: () => boolean): Promise<boolean> {
  return waitUntil(condition, 10_000, clock);
}

const echo = ({ path, body }: ReceivedRequest, response: ServerResponse) =>
  void response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ path, body }));

test('a program fetches from a server that is allowed, and from nobody else', async () => {
  const server = await EgressServer.start(echo);
  const node = await nodeFor(server);
  const source = `export default async ({ origin, others }) => {
    const response = await fetch(origin + '/a', { method: 'POST', body: JSON.stringify({ b: 1 }) });
    const refused = [];
    for (const url of others) refused.push(await fetch(url).catch((error) => [error.message, error.cause.code]));
    return { json: await response.json(), refused };
  }`;
  const others = [
    'http://127.0.0.1:1',
    'http://localhost',
    'http://169.254.169.254',
    'https://example.com',
  ];
  const outcome = await node.run(source, { input: { origin: server.origin, others } });
  expect(JSON.parse(outcome.resultJson ?? 'null')).toEqual({
    json: { path: '/a', body: '{"b":1}' },
    refused: others.map((url) => [
      `fetch failed: This origin may not be fetched from: ${url}`,
      'ORIGIN_NOT_ALLOWED',
    ]),
  });
});

test('a call may only take away from what its node allows', async () => {
  const server = await EgressServer.start(echo);
  const node = await nodeFor(server);
  const source = `export default (url) => fetch(url, { method: 'POST' }).then((it) => it.status, (error) => error.cause.code)`;
  const codes = [];
  for (const egressRules of [
    [`${server.origin} *`],
    [server.origin],
    ['https://example.com *'],
    [],
  ]) {
    const { resultJson } = await node.run(source, { input: server.origin, egressRules });
    codes.push(JSON.parse(resultJson ?? 'null'));
  }
  expect(codes).toEqual([200, 'METHOD_NOT_ALLOWED', 'ORIGIN_NOT_ALLOWED', 'EGRESS_OFF']);
});

test('where nothing is allowed fetch is there and comes to nothing', async () => {
  open = await HostedPrograms.open();
  const source = `fetch('https://example.com').catch((error) => [typeof fetch, error.message, error.cause.code])`;
  const outcome = await open.run(source);
  expect(outcome.resultJson).toBe(
    '["function","fetch failed: Nothing may be fetched here","EGRESS_OFF"]',
  );
});

const silent = () => {};
const hanging = `export default async (url) => { await Promise.all([fetch(url), fetch(url)]); }`;

test('connections end with their run: settled, cancelled, out of time, or with its host', async () => {
  const server = await EgressServer.start(silent);
  const node = await nodeFor(server);
  const begun = async (source: string, more = {}) => {
    const run = node.start(source, { input: server.origin, ...more });
    expect(await until(() => server.sockets.size === 2)).toBe(true);
    return run;
  };
  const closed = () => until(() => server.sockets.size === 0);

  const settling = `export default async (url) => {
    fetch(url).catch(() => {}); fetch(url).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'done';
  }`;
  expect(await (await begun(settling)).outcome).toMatchObject({ word: 'SUCCEEDED' });
  expect(await closed()).toBe(true);

  const cancelled = await begun(hanging);
  cancelled.handle.cancel();
  expect(await cancelled.outcome).toMatchObject({ word: 'CANCELLED' });
  expect(await closed()).toBe(true);

  const late = await begun(hanging, { limits: { wallUsMax: 700_000 } });
  expect(await late.outcome).toMatchObject({ word: 'WALL_EXCEEDED' });
  expect(await closed()).toBe(true);

  const lost = await begun(hanging);
  for (const host of node.hosts.keys()) process.kill(host.pid ?? 0, 'SIGKILL');
  expect(await lost.outcome).toMatchObject({ word: 'CRASHED', mayHaveHadEffects: true });
  expect(await closed()).toBe(true);
});

test('time that a run waits for a response is no processor time', async () => {
  const server = await EgressServer.start((_request, response) => {
    clock.setTimer(400, () => response.end('late'));
  });
  const node = await nodeFor(server);
  const source = `export default async (url) => (await fetch(url)).text()`;
  const outcome = await node.run(source, { input: server.origin, limits: { cpuUsMax: 300_000 } });
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '"late"' });
  expect(outcome.usage.wallUs).toBeGreaterThan(300_000);
});

test('a response that does not fit into a program’s memory ends that program and no other', async () => {
  const body = Buffer.alloc(4 * 2 ** 20, 'x');
  const server = await EgressServer.start((_request, response) => response.end(body));
  const node = await nodeFor(server, {
    options: { responseBytesMax: body.length, runBytesMax: 2 ** 26 },
  });
  const greedy = `export default async (url) => {
    const all = [];
    for (;;) all.push(await (await fetch(url)).text());
  }`;
  const neighbour = `export default async (url) => (await (await fetch(url)).arrayBuffer()).byteLength`;
  const [one, other] = await Promise.all([
    node.run(greedy, { input: server.origin, limits: { memoryBytesMax: 16 * 2 ** 20 } }),
    node.run(neighbour, { input: server.origin, tenantId: 'other' }),
  ]);
  expect(['MEMORY_EXCEEDED', 'SCRIPT_THREW']).toContain(one.word);
  expect(other.resultJson).toBe(String(body.length));
});

const hostile: readonly (readonly [name: string, source: string, words: readonly string[]])[] = [
  [
    'fetches without end',
    `async (url) => { for (;;) await fetch(url); }`,
    ['HOST_CALL_LIMIT', 'WALL_EXCEEDED'],
  ],
  [
    'fetches and does not wait',
    `async (url) => { for (;;) { fetch(url); await null; } }`,
    ['HOST_CALL_LIMIT'],
  ],
  [
    'fetches and computes',
    `async (url) => { fetch(url); await null; for (;;); }`,
    ['CPU_EXCEEDED', 'WALL_EXCEEDED'],
  ],
  [
    'aborts what it fetches, again and again',
    `async (url) => {
    for (;;) {
      const controller = new AbortController();
      const pending = fetch(url, { signal: controller.signal }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 0));
      controller.abort();
      await pending;
    }
  }`,
    ['HOST_CALL_LIMIT', 'WALL_EXCEEDED'],
  ],
  [
    'sends much',
    `async (url) => {
    const body = new Uint8Array(1_000_000);
    for (;;) await fetch(url, { method: 'POST', body });
  }`,
    ['SCRIPT_THREW'],
  ],
  [
    'has getters for a request',
    `async (url) => {
    let n = 0;
    const init = { get method() { n++; return 'GET'; }, headers: new Proxy({}, { ownKeys() { throw new RangeError('mine'); } }) };
    await fetch(url, init);
  }`,
    ['SCRIPT_THREW'],
  ],
  [
    'is replied to after it patched the language',
    `async (url) => {
    const then = Promise.prototype.then;
    const pending = fetch(url);
    Promise.prototype.then = function () { return then.apply(this, arguments); };
    String.prototype.split = () => { throw new Error('patched'); };
    Object.defineProperty(Object.prototype, 'head', { get() { for (;;); }, set() {} });
    await pending;
  }`,
    ['SCRIPT_THREW', 'SUCCEEDED'],
  ],
];

test.each(hostile)('a program that %s harms itself alone', async (_name, source, words) => {
  const server = await EgressServer.start((_request, response) => response.end('x'));
  const node = await nodeFor(server, { options: { runBytesMax: 5_000_000 } });
  const limits = { wallUsMax: 3_000_000, cpuUsMax: 1_500_000, hostCallsMax: 200 };
  const outcome = await node.run(`export default ${source}`, { input: server.origin, limits });
  expect(words).toContain(outcome.word);
  expect(await until(() => server.sockets.size === 0)).toBe(true);
  const good = `export default async (url) => (await fetch(url)).text()`;
  const neighbour = await node.run(good, { input: server.origin, tenantId: 'other' });
  expect(neighbour.resultJson).toBe('"x"');
});

test('as many runs as a host parks wait for servers at once, each gets its own answer', async () => {
  const server = await EgressServer.start(echo);
  const node = await nodeFor(server);
  const source = `export default async ({ origin, n }) => (await (await fetch(origin + '/' + n)).json()).path`;
  const count = 2 * hostBounds.parkedRunsMax;
  const outcomes = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      node.run(source, { input: { origin: server.origin, n } }),
    ),
  );
  expect(outcomes.map(({ resultJson }) => resultJson)).toEqual(
    outcomes.map((_, n) => JSON.stringify(`/${n}`)),
  );
});
