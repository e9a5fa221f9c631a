import { expect, test } from 'vitest';
import { nodeAgentProgram } from '../../../node-agent/config.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { isNodeId } from '../../../shared/wire/node-codec.ts';

const token = ['--node-token', 'a-token-of-sufficient-length'];

function load(args: readonly string[], machine = { processors: 8, hostName: 'machine-1' }) {
  const readTextFile = (): string => '';
  const surroundings = { ...machine, newId: () => '1b4e28ba-2fa1', readTextFile };
  return loadConfig(nodeAgentProgram, { args, env: {}, readTextFile }, surroundings);
}

test('a node-agent fits itself to the machine', () => {
  expect(load(token)).toMatchObject({
    coordinators: ['127.0.0.1:50051'],
    nodeId: 'machine-1-1b4e28',
    hostsMax: 9,
    hostsPerTenantMax: 8,
    hostsSparesMin: 1,
    runsMax: 1_024,
    lockdown: 'required',
    tenantChange: 'reset',
    hostAgeMsMax: 3_600_000,
    agentAgeMsMax: undefined,
  });
  expect(load(token, { processors: 1, hostName: 'small' }).hostsMax).toBe(3);
  expect(load(token, { processors: 512, hostName: 'large' }).hostsMax).toBe(256);
});

test('a node-agent has no more hosts than it has users for', () => {
  expect(() => load([...token, '--hosts-max', '257'])).toThrow('a whole number from 1 to 256');
});

test('a node-agent lets a host hold the largest isolate and what its process needs', () => {
  expect(() => load([...token, '--host-memory-bytes-max', '1100MB'])).toThrow(
    'must hold the largest isolate and its process, 1342177280 bytes',
  );
  load([...token, '--host-memory-bytes-max', '1280MB']);
});

test('a node-agent gives one tenant no more hosts than there are', () => {
  expect(load([...token, '--hosts-max', '3']).hostsPerTenantMax).toBe(2);
  expect(() => load([...token, '--hosts-max', '3', '--hosts-per-tenant-max', '4'])).toThrow(
    '--hosts-per-tenant-max 4: must be at most hostsMax, which is 3',
  );
});

test('a node-agent keeps fewer spares than hosts', () => {
  expect(() => load([...token, '--hosts-max', '2', '--hosts-spares-min', '2'])).toThrow(
    '--hosts-spares-min 2: must be less than hostsMax, which is 2',
  );
});

test.each(['', '-.-', 'ünï cødé', 'x'.repeat(253), 'a.b-c'])(
  'a node-agent makes an id of the host name "%s" that a coordinator accepts',
  (hostName) => {
    expect(isNodeId(load(token, { processors: 2, hostName }).nodeId)).toBe(true);
  },
);

test('a node-agent joins every coordinator it is told of', () => {
  expect(load([...token, '--coordinators', 'a.example:1, [::1]:2']).coordinators).toEqual([
    'a.example:1',
    '[::1]:2',
  ]);
  expect(() => load([...token, '--coordinators', 'a.example'])).toThrow('must be HOST:PORT');
});

test('a node-agent and its hosts can be given an age', () => {
  const ages = ['--host-age-ms-max', '60000', '--agent-age-ms-max', '86400000'];
  expect(load([...token, ...ages])).toMatchObject({
    hostAgeMsMax: 60_000,
    agentAgeMsMax: 86_400_000,
  });
  expect(() => load([...token, '--agent-age-ms-max', '0'])).toThrow(
    'a whole number from 1000 to 1209600000',
  );
});

test('a node-agent knows where it is, as far as it is told', () => {
  expect(load(token).place).toBeUndefined();
  expect(load([...token, '--region', 'eu', '--zone', 'eu-1']).place).toEqual({
    region: 'eu',
    zone: 'eu-1',
  });
  expect(load([...token, '--coordinates=-33.9,151.2', '--weight', '3'])).toMatchObject({
    place: { region: '', zone: '', coordinates: { latitude: -33.9, longitude: 151.2 } },
    weight: 3,
  });
  expect(() => load([...token, '--zone', 'eu-1'])).toThrow('must have a region');
  expect(() => load([...token, '--coordinates', '91,0'])).toThrow('from -90 to 90 degrees north');
});
