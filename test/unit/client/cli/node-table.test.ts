import { expect, test } from 'vitest';
import { nodeTable } from '../../../../client/cli/node-table.ts';
import type { NodeDescription } from '../../../../shared/wire/node-description-codec.ts';
import { exampleLoad } from '../../../support/example-node.ts';

const dayMs = 86_400_000;
const nowMs = 1_700_000_000_000;

const node: NodeDescription = {
  nodeId: 'machine-1',
  isDraining: false,
  isCordoned: false,
  isSuspected: false,
  agentVersion: '0.1.0',
  capacity: { runsMax: 1024, hostsMax: 4 },
  lockdownLayers: ['undumpable', 'cgroup-v2'],
  nodeVersion: '26.10.0',
  v8Version: '14.6',
  startedAtEpochMs: nowMs - 2.5 * dayMs,
  load: exampleLoad(),
  runsOutstanding: 0,
  connectedAtEpochMs: nowMs - dayMs,
  heardAtEpochMs: nowMs - 200,
};

function cells(given: Partial<NodeDescription>): Record<string, string | undefined> {
  const [titles = '', row = ''] = nodeTable([{ ...node, ...given }], nowMs).split('\n');
  const values = row.split(/ {2,}/);
  return Object.fromEntries(titles.split(/ {2,}/).map((title, index) => [title, values[index]]));
}

test('nodeTable shows how a node is locked down, its engine, and for how many days it is up', () => {
  expect(cells({})).toMatchObject({
    NODE: 'machine-1',
    UP: '2.5 d',
    V8: '14.6',
    LOCKDOWN: 'undumpable,cgroup-v2',
  });
});

test('nodeTable says 0 days of a node whose clock is ahead', () => {
  expect(cells({ startedAtEpochMs: nowMs + dayMs })).toMatchObject({ UP: '0.0 d' });
});

test.each([
  [{}, 'active'],
  [{ isCordoned: true }, 'cordoned'],
  [{ isDraining: true }, 'draining'],
  [{ isDraining: true, isSuspected: true }, 'suspected'],
])('nodeTable says of a node that is %j: %s', (given, state) => {
  expect(cells(given)).toMatchObject({ STATE: state });
});

test('nodeTable shows where a node is, as far as it has said', () => {
  const coordinates = { latitude: 52.5, longitude: 13.4 };
  expect(cells({ place: { region: 'eu', zone: 'eu-1', coordinates } })).toMatchObject({
    PLACE: 'eu/eu-1 52.5,13.4',
  });
  expect(cells({})).toMatchObject({ PLACE: '-' });
});
