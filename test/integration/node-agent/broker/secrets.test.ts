/** A planted secret goes where it may and comes back nowhere. */
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { EgressNode, outcomeOf, textOf } from '../../../support/egress-node.ts';
import { EgressServer, type ReceivedRequest } from '../../../support/egress-server.ts';

const value = 'sk-planted/secret+value=1';
const asked: [string, string][] = [['Authorization', 'Bearer {{secret:KEY}}']];

function nodeFor(holder: EgressServer, ...others: EgressServer[]): EgressNode {
  return new EgressNode({
    allow: [holder, ...others].map(({ origin }) => `${origin} *`),
    allowAddresses: ['127.0.0.1'],
    secrets: { KEY: [value, holder.origin], OTHER: ['another-secret', 'https://api.example.com'] },
  });
}

function answering(answer: (request: ReceivedRequest, response: ServerResponse) => void) {
  return EgressServer.start(answer);
}

/** Nothing that is told of the fetch has the secret in it. */
function expectUntold(node: EgressNode, ...results: unknown[]): void {
  const told = JSON.stringify([node.records, results], (_key, item: unknown) =>
    item instanceof Uint8Array ? Buffer.from(item).toString('latin1') : item,
  );
  expect(told).not.toContain('planted');
}

test('a secret is filled in for its origin, wherever a header has its placeholder', async () => {
  const server = await answering((_request, response) => response.end('fine'));
  const node = nodeFor(server);
  const headers = [...asked, ['X-Key', '{{secret:KEY}}/{{secret:KEY}}'] as [string, string]];
  const body = Buffer.from('{{secret:KEY}}');
  const result = await node.fetch(`${server.origin}/?{{secret:KEY}}`, {
    headers,
    body,
    method: 'POST',
  });
  expect(textOf(result)).toBe('fine');
  const [received] = server.received;
  expect(received?.headers).toMatchObject({
    authorization: `Bearer ${value}`,
    'x-key': `${value}/${value}`,
  });
  // In a body, or in a URL, which servers write into their logs, it is a text as any other.
  expect(received?.body).toBe('{{secret:KEY}}');
  expect(received?.path).toBe('/?{{secret:KEY}}');
  expectUntold(node, result);
});

test('a secret that is not for an origin is refused before anybody is asked, whether it is there or not', async () => {
  const holder = await answering((_request, response) => response.end());
  const stranger = await answering((_request, response) => response.end());
  const node = nodeFor(holder, stranger);
  const refusals = await Promise.all([
    node.fetch(stranger.origin, { headers: asked }),
    node.fetch(stranger.origin, { headers: [['a', '{{secret:NONE}}']] }),
    node.fetch(holder.origin, { headers: [['a', '{{secret:OTHER}}']] }),
  ]);
  expect(refusals.map(outcomeOf)).toEqual(Array(3).fill('SECRET_NOT_ALLOWED'));
  expect(holder.connections + stranger.connections).toBe(0);
  expectUntold(node, refusals);
});

test('a redirection elsewhere does not take a secret along, by whatever header it went', async () => {
  const stranger = await answering((_request, response) => response.end('stranger'));
  const holder = await answering((_request, response) =>
    response.writeHead(307, { location: stranger.origin }).end(),
  );
  const node = nodeFor(holder, stranger);
  const headers = [...asked, ['X-Key', '{{secret:KEY}}'], ['X-Kept', 'kept']] as [string, string][];
  expect(textOf(await node.fetch(holder.origin, { headers }))).toBe('stranger');
  expect(holder.received[0]?.headers['x-key']).toBe(value);
  expect(stranger.received[0]?.headers).toMatchObject({ 'x-kept': 'kept' });
  expect(JSON.stringify(stranger.received)).not.toMatch(/planted|\{\{secret/);
});

const echoes: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ['its body', (response) => response.end(`your key is ${value}.`)],
  [
    'the middle of a large body',
    (response) => response.end(`${'x'.repeat(70_000)}${value}${'y'.repeat(70_000)}`),
  ],
  [
    'two pieces of its body',
    (response) => {
      response.write(value.slice(0, 9));
      response.end(value.slice(9));
    },
  ],
  [
    'JSON with slashes escaped',
    (response) => response.end(JSON.stringify({ value }).replaceAll('/', '\\/')),
  ],
  ['a form', (response) => response.end(new URLSearchParams({ value }).toString())],
  ['Base64', (response) => response.end(Buffer.from(`Bearer ${value}`).toString('base64'))],
  ['hex', (response) => response.end(Buffer.from(value).toString('hex'))],
  ['a header', (response) => response.writeHead(200, { 'x-echo': `Bearer ${value}` }).end()],
  [
    'a header’s name',
    (response) => response.writeHead(200, { [Buffer.from(value).toString('hex')]: 'a' }).end(),
  ],
  ['its status text', (response) => response.writeHead(200, value).end()],
  [
    'a cookie',
    (response) => response.writeHead(200, { 'set-cookie': `a=${encodeURIComponent(value)}` }).end(),
  ],
  ['an error', (response) => response.writeHead(401).end(`no such key: ${value}`)],
];

test.each(echoes)('a response that has the secret in %s is not passed on', async (_name, echo) => {
  const server = await answering((_request, response) => echo(response));
  const node = nodeFor(server);
  const result = await node.fetch(server.origin, { headers: asked });
  expect(result).toEqual({
    name: 'failed',
    code: 'SECRET_IN_RESPONSE',
    message: 'The response has a secret in it, and is kept from the program: KEY',
  });
  expectUntold(node, result);
});

test('a secret that a server kept is not to be had by asking again without it', async () => {
  const server = await answering((_request, response) => response.end(`kept: ${value}`));
  const node = nodeFor(server);
  expect(outcomeOf(await node.fetch(server.origin))).toBe('SECRET_IN_RESPONSE');
});

test('a secret that went to one server does not come back by another in the same run', async () => {
  const holder = await answering((_request, response) => response.end('fine'));
  const accomplice = await answering((_request, response) => response.end(value));
  const node = nodeFor(holder, accomplice);
  const run = node.open();
  expect(outcomeOf(await node.fetch(holder.origin, { headers: asked }, run, 1))).toBe(200);
  expect(outcomeOf(await node.fetch(accomplice.origin, {}, run, 2))).toBe('SECRET_IN_RESPONSE');
});

test('a redirection that has a secret in its target is not followed, and not shown', async () => {
  const stranger = await answering((_request, response) => response.end());
  const holder = await answering((_request, response) =>
    response
      .writeHead(302, { location: `${stranger.origin}/?key=${encodeURIComponent(value)}` })
      .end(),
  );
  const node = nodeFor(holder, stranger);
  for (const redirect of ['follow', 'manual'] as const) {
    const result = await node.fetch(holder.origin, { headers: asked, redirect });
    expect(outcomeOf(result)).toBe('SECRET_IN_RESPONSE');
    expectUntold(node, result);
  }
  expect(stranger.connections).toBe(0);
});

test('a secret cannot be had in parts: a server that knows one is asked for the whole', async () => {
  const echo = await answering(({ headers }, response) => {
    const text = JSON.stringify(headers);
    const [, from = '0', to = '99999'] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '') ?? [];
    const part = text.slice(Number(from), Number(to) + 1);
    response.writeHead(headers.range === undefined ? 200 : 206).end(part);
  });
  const plain = await answering(({ headers }, response) => response.end(headers.range));
  const node = nodeFor(echo, plain);
  const part: [string, string][] = [
    ['Range', 'bytes=0-20'],
    ['If-Range', '"x"'],
  ];
  expect(outcomeOf(await node.fetch(echo.origin, { headers: [...asked, ...part] }))).toBe(
    'SECRET_IN_RESPONSE',
  );
  expect(outcomeOf(await node.fetch(echo.origin, { headers: part }))).toBe(200);
  expect(echo.received.map(({ headers }) => [headers.range, headers['if-range']])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(textOf(await node.fetch(plain.origin, { headers: part }))).toBe('bytes=0-20');
});

test('placeholders do not make more of a request than it may be', async () => {
  const server = await answering((_request, response) => response.end('fine'));
  const node = nodeFor(server);
  const times = (count: number): [string, string][] => [['a', '{{secret:KEY}}'.repeat(count)]];
  expect(textOf(await node.fetch(server.origin, { headers: times(100) }))).toBe('fine');
  const tooMany = await node.fetch(server.origin, { headers: times(2_000) });
  expect(outcomeOf(tooMany)).toBe('REQUEST_TOO_LARGE');
  expect(server.connections).toBe(1);
  expectUntold(node, tooMany);
});
