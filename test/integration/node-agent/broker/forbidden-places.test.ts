/** Where nothing may be fetched from, however it is written. The server listens to see who comes. */
import { networkInterfaces } from 'node:os';
import { beforeEach, expect, test } from 'vitest';
import { EgressNode, outcomeOf, textOf } from '../../../support/egress-node.ts';
import { EgressServer } from '../../../support/egress-server.ts';

let server: EgressServer;
beforeEach(async () => {
  server = await EgressServer.start((_request, response) => response.end('reached'));
});

/** PORT stands for the server's. */
const places = [
  ...[
    'http://127.0.0.1:PORT',
    'http://127.0.0.1.:PORT',
    'http://127.1:PORT',
    'http://127.0.1:PORT',
  ],
  ...['http://2130706433:PORT', 'http://0x7f000001:PORT', 'http://0x7F.0x0.0x0.0x1:PORT'],
  ...['http://0177.0.0.1:PORT', 'http://017700000001:PORT', 'http://0x7f.1:PORT'],
  ...['http://①②⑦.⓪.⓪.①:PORT', 'http://１２７.0.0.1:PORT', 'http://127。0。0。1:PORT'],
  ...['http://127.255.255.254:PORT', 'http://0:PORT', 'http://0.0.0.0:PORT', 'http://0x0:PORT'],
  ...['http://[::1]:PORT', 'http://[::]:PORT', 'http://[0:0:0:0:0:0:0:1]:PORT'],
  ...['http://[::ffff:127.0.0.1]:PORT', 'http://[::ffff:7f00:1]:PORT', 'http://[::127.0.0.1]:PORT'],
  ...['http://[::ffff:0:127.0.0.1]:PORT', 'http://[64:ff9b::127.0.0.1]:PORT'],
  ...[
    'http://[64:ff9b:1::7f00:1]:PORT',
    'http://[2002:7f00:1::]:PORT',
    'http://[2001::7f00:1]:PORT',
  ],
  ...[
    'http://[fe80::1]:PORT',
    'http://[fc00::1]:PORT',
    'http://[fec0::1]:PORT',
    'http://[ff02::1]:PORT',
  ],
  ...['http://localhost:PORT', 'http://localhost.:PORT', 'http://LOCALHOST:PORT'],
  ...['http://name-of-loopback.test:PORT', 'http://name-of-mapped.test:PORT'],
  ...[
    'http://169.254.169.254',
    'http://0xa9fea9fe',
    'http://2852039166',
    'http://[::ffff:a9fe:a9fe]',
  ],
  ...[
    'http://[fd00:ec2::254]',
    'http://metadata.test',
    'http://100.100.100.200',
    'http://192.0.0.192',
  ],
  ...['http://168.63.129.16', 'http://10.0.0.1', 'http://172.16.0.1', 'http://192.168.0.1'],
  ...['http://100.64.0.1', 'http://224.0.0.1', 'http://255.255.255.255', 'http://240.0.0.1'],
  ...['http://198.18.0.1', 'http://192.0.2.1', 'http://mixed.test:PORT', 'http://zone.test:PORT'],
];

const names = {
  localhost: [['127.0.0.1', '::1']],
  'name-of-loopback.test': [['127.0.0.1']],
  'name-of-mapped.test': [['::ffff:127.0.0.1']],
  'metadata.test': [['169.254.169.254']],
  'mixed.test': [['93.184.215.14', '127.0.0.1']],
  'zone.test': [['fe80::1%eth0']],
};

test.each(places)(
  '%s is not reached where its origin is allowed and its address is not',
  async (place) => {
    const url = place.replace('PORT', String(server.port));
    const node = new EgressNode({ allow: [`${new URL(url).origin} *`], names });
    const result = await node.fetch(url);
    expect(result).toEqual({
      name: 'failed',
      code: 'ADDRESS_NOT_ALLOWED',
      message: 'The address of the server is not one that may be reached',
    });
    expect(server.connections).toBe(0);
  },
);

test.each(places)('%s is not even looked up where its origin is not allowed', async (place) => {
  const node = new EgressNode({ allow: ['https://api.example.com *'], names });
  const result = await node.fetch(place.replace('PORT', String(server.port)));
  expect(outcomeOf(result)).toBe('ORIGIN_NOT_ALLOWED');
  expect(node.asked).toEqual([]);
  expect(server.connections).toBe(0);
});

test('this machine is not reached by its public addresses either', async () => {
  const own = Object.values(networkInterfaces()).flatMap((all = []) => all);
  for (const { address, family } of own.filter((one) => !one.address.startsWith('fe80'))) {
    const origin = `http://${family === 'IPv6' ? `[${address}]` : address}:${server.port}`;
    const node = new EgressNode({ allow: [origin] });
    expect(outcomeOf(await node.fetch(origin)), origin).toBe('ADDRESS_NOT_ALLOWED');
  }
});

test('a range that the operator names is reached, at the port that is named with it', async () => {
  const allow = [server.origin, 'http://api.test'];
  const allowAddresses = [`127.0.0.1/32:${server.port}`];
  const node = new EgressNode({ allow, allowAddresses, names: { 'api.test': [['127.0.0.1']] } });
  expect(textOf(await node.fetch(`${server.origin}/x`))).toBe('reached');
  expect(outcomeOf(await node.fetch('http://api.test'))).toBe('ADDRESS_NOT_ALLOWED');
});

test('a name is resolved once a request, and what it meant then is where it leads', async () => {
  const elsewhere = await EgressServer.start((_request, response) => response.end('rebound'));
  const origin = `http://rebinding.test:${server.port}`;
  const node = new EgressNode({
    allow: [origin],
    allowAddresses: [`127.0.0.1:${server.port}`],
    names: { 'rebinding.test': [['127.0.0.1'], ['127.0.0.2'], ['169.254.169.254'], ['10.0.0.1']] },
  });
  expect(textOf(await node.fetch(origin))).toBe('reached');
  expect(node.asked).toHaveLength(1);
  expect(server.received[0]?.headers.host).toBe(`rebinding.test:${server.port}`);
  for (const _again of [1, 2, 3])
    expect(outcomeOf(await node.fetch(origin))).toBe('ADDRESS_NOT_ALLOWED');
  expect([server.connections, elsewhere.connections]).toEqual([1, 0]);
});

test('a name that means a forbidden address among others is not reached at all', async () => {
  const origin = `http://mixed.test:${server.port}`;
  const allowAddresses = [`127.0.0.1:${server.port}`];
  const mixed = { 'mixed.test': [['127.0.0.1', '10.0.0.1']] };
  const node = new EgressNode({ allow: [origin], allowAddresses, names: mixed });
  expect(outcomeOf(await node.fetch(origin))).toBe('ADDRESS_NOT_ALLOWED');
  expect(server.connections).toBe(0);
});

const noUrls = ['', 'relative', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'data:,x', 'javascript:1']
  .concat(['http://', 'http://user@127.0.0.1:PORT', 'http://:password@127.0.0.1:PORT'])
  .concat([
    'http://[fe80::1%25eth0]',
    'gopher://127.0.0.1:PORT/_x',
    `http://127.0.0.1/${'x'.repeat(9_000)}`,
  ]);

test.each(noUrls)('%s is no URL that can be fetched', async (url) => {
  const allow = [`http://127.0.0.1:${server.port} *`];
  const node = new EgressNode({ allow, allowAddresses: ['127.0.0.1/32'] });
  expect(outcomeOf(await node.fetch(url.replace('PORT', String(server.port))))).toBe(
    'URL_NOT_VALID',
  );
  expect(server.connections).toBe(0);
});
