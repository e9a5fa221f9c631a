import { expect, test } from 'vitest';
import { coordinatorProgram } from '../../../coordinator/config.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';

const token = 'a-token-of-sufficient-length';

function load(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const readTextFile = (path: string): string => {
    const content = files[path];
    if (content === undefined) throw new Error('no such file');
    return content;
  };
  const surroundings = { processors: 4, hostName: 'host', newId: () => 'id', readTextFile };
  return loadConfig(coordinatorProgram, { args, env: {}, readTextFile }, surroundings);
}

test('the coordinator listens on loopback unless told otherwise', () => {
  expect(load(['--node-token', token])).toMatchObject({
    listenHost: '127.0.0.1',
    port: 50_051,
    nodeToken: token,
    executionsQueuedMax: 10_000,
    queueBytesMax: 256 * 2 ** 20,
    queueWaitMsMax: 30_000,
    queueWaitMsGoal: 5_000,
    streamExecutionsMax: 10_000,
    messageBytesMax: 24 * 2 ** 20,
    drainGraceMs: 10_000,
    nodeSilenceMsMax: 10_000,
  });
});

test.each(['0.0.0.0', '::', '10.1.2.3', 'example.org', '127.evil.example'])(
  'the coordinator refuses to listen on %s without --insecure',
  (host) => {
    const args = ['--node-token', token, '--listen-host', host];
    expect(() => load(args)).toThrow(`--listen-host ${host}: is reachable from other machines`);
    expect(load([...args, '--insecure']).listenHost).toBe(host);
  },
);

test.each(['localhost', '::1', '127.0.0.2'])('the coordinator listens on %s', (host) => {
  expect(load(['--node-token', token, '--listen-host', host]).listenHost).toBe(host);
});

test('the coordinator needs a node token, from one place', () => {
  expect(() => load([])).toThrow('--node-token (not given): must be given, or --node-token-file');
  expect(() => load(['--node-token', token, '--node-token-file', 'f'], { f: token })).toThrow(
    'give only one of them',
  );
});

test('the coordinator reads its node token from a file, without the line break', () => {
  expect(load(['--node-token-file', 'f'], { f: `${token}\n` }).transport.nodeToken).toBe(token);
  expect(() => load(['--node-token-file', 'f'])).toThrow('f: could not be read: no such file');
  expect(() => load(['--node-token-file', 'f'], { f: 'short' })).toThrow('f: must hold from 16');
});

test('the coordinator holds its limits against each other', () => {
  const args = ['--node-token', token, '--message-bytes-max', '5MB', '--queue-bytes-max', '1MB'];
  expect(() => load(args)).toThrow(
    /2 mistakes\n.*--message-bytes-max 5MB: .*\n.*--queue-bytes-max 1MB/,
  );
});

test('the coordinator takes hashes of administrators’ keys, and nothing that may be a key', () => {
  const [one, other] = ['a'.repeat(64), '0'.repeat(64)];
  const args = ['--node-token', token, '--admin-key-hashes'];
  expect(load([...args, `${one},${other}`]).adminKeyHashes).toEqual([one, other]);
  expect(load(['--node-token', token]).adminKeyHashes).toEqual([]);
  expect(() => load([...args, `isopod_${one}`])).toThrow('must be hashes of 64 hexadecimal digits');
});

test('the coordinator reads thresholds of alerts from a file, and does not start with a wrong one', () => {
  const args = ['--node-token', token, '--alerts-file', 'alerts.json'];
  const file = (text: string) => ({ 'alerts.json': text });
  const { alerts } = load(args, file('{"sloObjective":0.9,"rules":{"QueueWait":{"isOff":true}}}'));
  expect(alerts.sloObjective).toBe(0.9);
  expect(alerts.alerting.rules.map(({ name }) => name)).not.toContain('QueueWait');
  expect(() => load(args, file('{"rules":1}'))).toThrow(
    '--alerts-file alerts.json: could not be used: rules must be an object',
  );
  expect(() => load(args)).toThrow('--alerts-file alerts.json: could not be used: no such file');
});
