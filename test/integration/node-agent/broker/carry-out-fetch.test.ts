/** Requests, redirections and limits, with real servers. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { redirectsMax } from '../../../../node-agent/broker/carry-out-fetch.ts';
import { requestsPerRunMax } from '../../../../node-agent/broker/egress-bounds.ts';
import type { FetchRequest } from '../../../../node-agent/frames/fetch-call.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { EgressNode, type EgressWish, outcomeOf, textOf } from '../../../support/egress-node.ts';
import { EgressServer, type ReceivedRequest } from '../../../support/egress-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const ok = (_request: ReceivedRequest, response: ServerResponse) => response.end('ok');

/** Everything of this machine is allowed. */
function nodeFor(servers: readonly EgressServer[], more: EgressWish = {}): EgressNode {
  const allow = servers.map(({ origin }) => `${origin} *`);
  return new EgressNode({
    allowAddresses: ['127.0.0.0/8'],
    ...more,
    allow: [...allow, ...(more.allow ?? [])],
  });
}

function withBody(
  method: string,
  body: string,
  ...headers: [string, string][]
): Partial<FetchRequest> {
  return { method, body: Buffer.from(body), headers };
}

test('a request arrives as the program said it, less what is not its to say', async () => {
  const server = await EgressServer.start(ok);
  const headers: [string, string][] = [
    ...[
      ['X-Own', 'ä'],
      ['Cookie', 'a=b'],
      ['Content-Type', 'text/x'],
      ['x-own', '2'],
    ],
    ...[
      ['Host', 'evil.test'],
      ['Content-Length', '999'],
      ['Transfer-Encoding', 'chunked'],
    ],
    ...[
      ['Connection', 'upgrade'],
      ['Upgrade', 'x'],
      ['Expect', '100-continue'],
      ['TE', 'trailers'],
    ],
    ...[
      ['Accept-Encoding', 'gzip'],
      ['Proxy-Authorization', 'x'],
      ['Sec-Fetch-Site', 'x'],
    ],
  ] as [string, string][];
  const node = nodeFor([server]);
  const result = await node.fetch(`${server.origin}/a%20b/../c?d#e`, {
    method: 'POST',
    headers,
    body: Buffer.from('body'),
  });
  expect(textOf(result)).toBe('ok');
  const host = `127.0.0.1:${server.port}`;
  expect(server.received).toMatchObject([{ method: 'POST', path: '/c?d', body: 'body' }]);
  expect(server.received[0]?.headers).toEqual({
    ...{ host, accept: '*/*', 'user-agent': 'isopod', 'accept-encoding': 'identity' },
    ...{ connection: 'close', 'content-length': '4', 'content-type': 'text/x' },
    ...{ 'x-own': 'ä, 2', cookie: 'a=b' },
  });
  expect(node.records).toMatchObject([
    { method: 'POST', origin: server.origin, result: 200, bytes: 2 },
  ]);
});

const noRequests: readonly [string, Partial<FetchRequest>][] = [
  ['a line break in a header', { headers: [['a', 'b\r\nX-Smuggled: 1']] }],
  ['a line break in a header’s name', { headers: [['a\r\nb', 'c']] }],
  ['no name of a header', { headers: [['', 'c']] }],
  ['a zero in a header', { headers: [['a', '\0']] }],
  ['a character that is no byte', { headers: [['a', '\u0100']] }],
  ['a request in its method', { method: 'GET / HTTP/1.1\r\nHost: x\r\n\r\nGET' }],
  ['a method of proxies', { method: 'CONNECT' }],
  ['no method', { method: '' }],
];
test.each(noRequests)('a request with %s is not made, whoever asks for it', async (_name, more) => {
  const server = await EgressServer.start(ok);
  expect(outcomeOf(await nodeFor([server]).fetch(server.origin, more))).toBe('REQUEST_NOT_VALID');
  expect(server.connections).toBe(0);
});

test('what the surroundings of the agent say of proxies is nothing to it', async () => {
  const proxy = await EgressServer.start(ok);
  const server = await EgressServer.start(ok);
  const before = { ...process.env };
  onTestFinished(() => void (process.env = before));
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'])
    process.env[name] = proxy.origin;
  process.env['NODE_USE_ENV_PROXY'] = '1';
  expect(textOf(await nodeFor([server]).fetch(server.origin))).toBe('ok');
  expect(proxy.connections).toBe(0);
});

// ── redirections ───────────────────────────────────────────────────────────────────────────

/** `/STATUS?TARGET` leads to the target. */
function redirecting({ path }: ReceivedRequest, response: ServerResponse): void {
  const [, status, target = ''] = /^\/(\d{3})\?(.*)$/.exec(path) ?? [];
  if (!status) return void response.end(`at ${path}`);
  response.writeHead(Number(status), { location: decodeURIComponent(target) }).end('moved');
}

const rewritings = [
  ['POST', 301, 'GET', ''],
  ['POST', 302, 'GET', ''],
  ['PUT', 302, 'PUT', 'body'],
  ['PUT', 303, 'GET', ''],
  ['HEAD', 303, 'HEAD', ''],
  ['POST', 307, 'POST', 'body'],
  ['POST', 308, 'POST', 'body'],
] as const;
test.each(rewritings)('a %s redirected by %i goes on as %s', async (method, status, then, body) => {
  const server = await EgressServer.start(redirecting);
  const sent =
    method === 'HEAD' ? { method } : withBody(method, 'body', ['Content-Type', 'a/b'], ['X', 'y']);
  const result = await nodeFor([server]).fetch(`${server.origin}/${status}?/end`, sent);
  expect(result).toMatchObject({
    response: { status: 200, isRedirected: true, url: `${server.origin}/end` },
  });
  expect(server.received[1]).toMatchObject({ method: then, path: '/end', body });
  expect(server.received[1]?.headers['content-type']).toBe(body ? 'a/b' : undefined);
});

test('a redirection to another origin leaves behind what was for the first', async () => {
  const other = await EgressServer.start(ok);
  const server = await EgressServer.start(redirecting);
  const headers: [string, string][] = [
    ['Authorization', 'x'],
    ['Cookie', 'a=b'],
    ['X-Kept', '1'],
  ];
  const node = nodeFor([server, other]);
  await node.fetch(`${server.origin}/302?/here`, { headers });
  await node.fetch(`${server.origin}/302?${other.origin}`, { headers });
  expect(server.received[1]?.headers).toMatchObject({ authorization: 'x', cookie: 'a=b' });
  const { authorization, cookie, 'x-kept': kept } = other.received[0]?.headers ?? {};
  expect([authorization, cookie, kept]).toEqual([undefined, undefined, '1']);
});

test.each([
  ['an origin that is not allowed', 'http://evil.test/', 'ORIGIN_NOT_ALLOWED'],
  ['a private address', 'http://private.test/', 'ADDRESS_NOT_ALLOWED'],
  ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/', 'ORIGIN_NOT_ALLOWED'],
  ['another scheme', 'file:///etc/passwd', 'URL_NOT_VALID'],
  ['a user name', 'http://user@private.test/', 'URL_NOT_VALID'],
  ['no URL', 'http://', 'URL_NOT_VALID'],
])('a redirection to %s is not followed', async (_name, target, code) => {
  const server = await EgressServer.start(redirecting);
  const node = nodeFor([server], {
    allow: ['http://private.test *'],
    names: { 'private.test': [['10.0.0.1']] },
  });
  const url = `${server.origin}/302?${encodeURIComponent(target)}`;
  expect(outcomeOf(await node.fetch(url))).toBe(code);
  expect(server.connections).toBe(1);
});

test('a redirection to a method that is not allowed is not followed', async () => {
  const server = await EgressServer.start(redirecting);
  const allow = [`${server.origin} POST`];
  const node = new EgressNode({ allow, allowAddresses: ['127.0.0.1'] });
  const result = await node.fetch(`${server.origin}/302?/`, { method: 'POST' });
  expect(outcomeOf(result)).toBe('METHOD_NOT_ALLOWED');
});

test('redirections are counted, refused or handed on as the program wants', async () => {
  const server = await EgressServer.start((_request, response) =>
    response.writeHead(302, { location: '/again' }).end(),
  );
  const node = nodeFor([server]);
  expect(outcomeOf(await node.fetch(server.origin))).toBe('TOO_MANY_REDIRECTS');
  expect(server.connections).toBe(redirectsMax + 1);
  expect(outcomeOf(await node.fetch(server.origin, { redirect: 'error' }))).toBe('REDIRECTED');
  const manual = await node.fetch(server.origin, { redirect: 'manual' });
  expect(manual).toMatchObject({ response: { status: 302, isRedirected: false } });
});

// ── TLS ────────────────────────────────────────────────────────────────────────────────────

test('a server is believed to be who it is only by a certificate that is good for its name', async () => {
  const server = await EgressServer.start(ok, testCertificate);
  const url = (name: string) => `https://${name}:${server.port}`;
  const names = { 'tls.test': [['127.0.0.1']], 'other.test': [['127.0.0.1']] };
  const allow = ['tls.test', 'other.test', '127.0.0.1'].map(url);
  const node = nodeFor([], { allow, names });
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => void delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']);
  expect(outcomeOf(await node.fetch(url('tls.test')))).toBe('CERTIFICATE_NOT_VALID');
  const known = getCACertificates('default');
  onTestFinished(() => setDefaultCACertificates(known));
  setDefaultCACertificates([...known, testCertificate.cert]);
  expect(textOf(await node.fetch(url('tls.test')))).toBe('ok');
  expect(outcomeOf(await node.fetch(url('other.test')))).toBe('CERTIFICATE_NOT_VALID');
  expect(outcomeOf(await node.fetch(url('127.0.0.1')))).toBe('CERTIFICATE_NOT_VALID');
  expect(server.received).toHaveLength(1);
});

// ── limits ─────────────────────────────────────────────────────────────────────────────────

/** A server that speaks bytes. */
async function rawServer(say: (write: (text: string) => void) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    say((text) => void socket.write(text));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

function fetchFrom(origin: string, options: EgressWish['options'] = {}) {
  return new EgressNode({ allow: [origin], allowAddresses: ['127.0.0.1'], options }).fetch(origin);
}

test('a response is at most so large, announced or not', async () => {
  const body = 'x'.repeat(1_001);
  const announced = await EgressServer.start((_request, response) => response.end(body));
  const streamed = await EgressServer.start((_request, response) => {
    response.write(body.slice(0, 600));
    response.end(body.slice(600));
  });
  for (const { origin } of [announced, streamed]) {
    expect(outcomeOf(await fetchFrom(origin, { responseBytesMax: 1_000 }))).toBe(
      'RESPONSE_TOO_LARGE',
    );
    expect(outcomeOf(await fetchFrom(origin, { responseBytesMax: 1_001 }))).toBe(200);
  }
});

test('a response that is compressed unasked is refused: unpacked it may be of any size', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  const server = await EgressServer.start((_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  );
  expect(outcomeOf(await fetchFrom(server.origin))).toBe('RESPONSE_ENCODED');
});

const oddServers: readonly (readonly [string, (write: (text: string) => void) => void, string])[] =
  [
    ['is no HTTP', (write) => write('SSH-2.0-x\r\n\r\n'), 'RESPONSE_NOT_VALID'],
    [
      'has headers without end',
      (write) => write(`HTTP/1.1 200 OK\r\nA: ${'x'.repeat(40_000)}`),
      'RESPONSE_TOO_LARGE',
    ],
    [
      'announces others for ever',
      (write) => write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50)),
      'RESPONSE_NOT_VALID',
    ],
    [
      'changes the protocol',
      (write) => write('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      'RESPONSE_NOT_VALID',
    ],
    ['never begins', () => {}, 'TIMED_OUT'],
    ['stops in its head', (write) => write('HTTP/1.1 200 OK\r\nContent-'), 'TIMED_OUT'],
    [
      'stops in its body',
      (write) => write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'),
      'TIMED_OUT',
    ],
    [
      'stops in a chunk',
      (write) => write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nx'),
      'TIMED_OUT',
    ],
    [
      'says its length twice',
      (write) => write('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'),
      'RESPONSE_NOT_VALID',
    ],
  ];
test.each(oddServers)('a response that %s ends the fetch', async (_name, say, code) => {
  expect(outcomeOf(await fetchFrom(await rawServer(say), { requestMsMax: 400 }))).toBe(code);
});

test('a run’s place is free again when nobody answered, whatever it waited for', async () => {
  const mute = await rawServer(() => {});
  const server = await EgressServer.start(ok);
  const secure = mute.replace('http:', 'https:');
  const node = nodeFor([server], { allow: [mute, secure], options: { requestMsMax: 300 } });
  const run = node.open();
  const silent = Array.from({ length: requestsPerRunMax }, (_, index) =>
    node.fetch(index % 2 ? mute : secure, {}, run, index + 1),
  );
  expect(new Set((await Promise.all(silent)).map(outcomeOf))).toEqual(new Set(['TIMED_OUT']));
  expect(outcomeOf(await node.fetch(server.origin, {}, run, 100))).toBe(200);
});

test('a name that nobody has and a port where nobody listens are told in words of ours', async () => {
  const node = nodeFor([], { allow: ['http://nobody.test', 'http://127.0.0.1:1'] });
  expect(await node.fetch('http://nobody.test')).toMatchObject({ code: 'NAME_NOT_FOUND' });
  const refused = await node.fetch('http://127.0.0.1:1');
  expect(refused).toMatchObject({ code: 'CONNECTION_FAILED' });
  expect(JSON.stringify(refused)).not.toMatch(/127\.0|ECONN/);
});

test('a run sends and receives so many bytes in all, however many fetches it makes of them', async () => {
  const server = await EgressServer.start((_request, response) => response.end('x'.repeat(400)));
  const node = nodeFor([server], { options: { runBytesMax: 1_000 } });
  const run = node.open();
  const results = [];
  for (const callId of [1, 2, 3]) results.push(await node.fetch(server.origin, {}, run, callId));
  expect(results.map(outcomeOf)).toEqual([200, 200, 'RUN_BYTES_EXCEEDED']);
  expect(outcomeOf(await node.fetch(server.origin))).toBe(200);
});

test('a run has few fetches under way at once; the others follow in their order', async () => {
  const waiting: ServerResponse[] = [];
  const server = await EgressServer.start((_request, response) => void waiting.push(response));
  const node = nodeFor([server]);
  const run = node.open();
  const all = Array.from({ length: requestsPerRunMax + 2 }, (_, index) =>
    node.fetch(`${server.origin}/${index}`, {}, run, index + 1),
  );
  const clock = systemClock();
  expect(await waitUntil(() => waiting.length === requestsPerRunMax, 5_000, clock)).toBe(true);
  waiting.shift()?.end();
  expect(await waitUntil(() => waiting.length === requestsPerRunMax, 5_000, clock)).toBe(true);
  waiting.shift()?.end();
  expect(await waitUntil(() => waiting.length === requestsPerRunMax, 5_000, clock)).toBe(true);
  for (const response of waiting) response.end();
  expect((await Promise.all(all)).map(outcomeOf)).toEqual(all.map(() => 200));
});

test('a tenant has so many under way, and what is above is told to come again', async () => {
  const server = await EgressServer.start(() => {});
  const node = nodeFor([server], { options: { requestMsMax: 3_000 } });
  const runs = Array.from({ length: 17 }, () => node.open('greedy'));
  const all = runs.flatMap((run) =>
    Array.from({ length: 6 }, (_, index) => node.fetch(server.origin, {}, run, index + 1)),
  );
  const first = await Promise.race(all);
  expect(outcomeOf(first)).toBe('NODE_BUSY');
  const clock = systemClock();
  expect(await waitUntil(() => server.sockets.size === 96, 5_000, clock)).toBe(true);
  // Another one finds room.
  const other = node.open('modest');
  void node.fetch(server.origin, {}, other, 1);
  expect(await waitUntil(() => server.sockets.size === 97, 5_000, clock)).toBe(true);
  for (const run of [...runs, other]) run.abortAll();
  expect(await waitUntil(() => server.sockets.size === 0, 5_000, clock)).toBe(true);
});

test('what is aborted, or whose run ends, hangs up and is told to nobody', async () => {
  const server = await EgressServer.start((_request, response) => void response.write('x'));
  const node = nodeFor([server]);
  const run = node.open();
  let told = 0;
  for (const callId of [1, 2, 3])
    void node.fetch(server.origin, {}, run, callId).then(() => told++);
  const clock = systemClock();
  expect(await waitUntil(() => server.received.length === 3, 5_000, clock)).toBe(true);
  run.abort(2);
  run.abort(7);
  expect(await waitUntil(() => server.sockets.size === 2, 5_000, clock)).toBe(true);
  run.abortAll();
  expect(await waitUntil(() => server.sockets.size === 0, 5_000, clock)).toBe(true);
  expect(told).toBe(0);
  expect(node.records.map(({ result }) => result)).toEqual(['ABORTED', 'ABORTED', 'ABORTED']);
});
