import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { nodeAgentProgram } from '../../../../node-agent/config.ts';
import { loadConfig } from '../../../../shared/config/load-config.ts';

const files: Readonly<Record<string, string>> = {
  '/run/key': 'a-secret-of-some-length\n',
  '/run/short': 'short',
  '/run/two-lines': 'a-secret-of\nsome-length',
};

function load(...args: string[]) {
  const readTextFile = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error(`ENOENT: ${path}`);
    return text;
  };
  const token = ['--node-token', 'a-token-of-sufficient-length'];
  return loadConfig(
    nodeAgentProgram,
    { args: [...token, ...args], env: {}, readTextFile },
    { processors: 2, hostName: 'tested', newId: () => 'an-id', readTextFile },
  ).egress;
}

test('an agent lets nothing out unless it is told to', () => {
  expect(load()).toEqual({
    rules: [],
    allowedRanges: [],
    secrets: [],
    requestMsMax: 30_000,
    responseBytesMax: 4 * 2 ** 20,
    runBytesMax: 64 * 2 ** 20,
  });
});

test('an agent reads origins, ranges and secrets, which it does not show', () => {
  const egress = load(
    ...['--egress-allow', 'https://api.example.com GET POST, https://*.example.org'],
    ...['--egress-allow-addresses', '10.0.0.0/8,127.0.0.1:8080'],
    ...['--egress-secrets', 'KEY=/run/key https://api.example.com https://*.example.org'],
    ...['--egress-request-ms-max', '5000', '--egress-response-bytes-max', '1MB'],
  );
  expect(egress).toMatchObject({
    rules: [{ hostname: 'api.example.com', methods: ['GET', 'POST'] }, { isForSubdomains: true }],
    allowedRanges: [{ prefixBits: 8 }, { port: 8080 }],
    secrets: [{ name: 'KEY' }],
    requestMsMax: 5_000,
    responseBytesMax: 2 ** 20,
  });
  expect(egress.secrets[0]?.reveal()).toBe('a-secret-of-some-length');
  expect(inspect(egress, { depth: 9, showHidden: true })).not.toContain('a-secret');
});

test.each([
  [['--egress-allow', 'api.example.com'], 'must be an origin and methods: api.example.com'],
  [
    ['--egress-allow', 'https://a.example, https://*.com'],
    'must be an origin and methods: https://*.com',
  ],
  [['--egress-allow-addresses', 'localhost'], 'must be a range: localhost'],
  [
    ['--egress-secrets', 'KEY=/run/key'],
    'must be names, each with its file and at least one origin',
  ],
  [['--egress-secrets', '1=/run/key https://a.example'], 'must begin with a name'],
  [
    ['--egress-secrets', 'K=/run/key https://a.example,K=/run/key https://b.example'],
    'each name once: K',
  ],
  [['--egress-secrets', 'K=/run/key a.example'], 'must be sent to origins: a.example'],
  [['--egress-secrets', 'K=/run/none https://a.example'], 'could not be read: ENOENT: /run/none'],
  [
    ['--egress-secrets', 'K=/run/short https://a.example'],
    'printable ASCII characters: /run/short',
  ],
  [
    ['--egress-secrets', 'K=/run/two-lines https://a.example'],
    'printable ASCII characters: /run/two-lines',
  ],
])('an agent refuses %j', (args, mistake) => {
  expect(() => load(...args)).toThrow(mistake);
  expect(() => load(...args)).not.toThrow('a-secret');
});
