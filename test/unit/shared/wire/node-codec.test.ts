import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConnectRequest } from '../../../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { NodeHello as WireHello } from '../../../../shared/generated/isopod/v1/NodeHello.ts';
import {
  isNodeId,
  messageFromNodeFromWire,
  messageFromNodeToWire,
  messageToNodeFromWire,
  messageToNodeToWire,
} from '../../../../shared/wire/node-codec.ts';
import {
  type MessageFromNode,
  type MessageToNode,
  type NodeHello,
  refusalReasons,
} from '../../../../shared/wire/node-messages.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import {
  arbitraryExecution,
  arbitraryLogEntry,
  arbitraryNodeOutcome,
  arbitraryRunId,
  arbitraryText,
} from '../../../support/arbitrary-executions.ts';
import { arbitraryCall, arbitraryReply } from '../../../support/arbitrary-host-calls.ts';
import { exampleHello } from '../../../support/example-node.ts';
import {
  connectRequestThroughWire,
  connectResponseThroughWire,
} from '../../../support/through-wire.ts';

/** On the wire a zero is none, and has no sign. */
const degreesWithin = (max: number): fc.Arbitrary<number> =>
  fc.double({ min: -max, max, noNaN: true }).map((degrees) => degrees + 0);

const count = fc.nat();
const few = { maxLength: 3 };

const arbitraryPlace = fc
  .record(
    {
      region: fc.constantFrom('', 'eu', 'us-east.1'),
      zone: fc.constantFrom('', 'a', 'zone_2'),
      coordinates: fc.record({
        latitude: degreesWithin(90),
        longitude: degreesWithin(180),
      }),
    },
    { requiredKeys: ['region', 'zone'] },
  )
  .filter(
    ({ region, zone, coordinates }) => `${region}${zone}` !== '' || coordinates !== undefined,
  );

const arbitraryHello: fc.Arbitrary<NodeHello> = fc.record(
  {
    protocolVersion: count,
    nodeId: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    agentVersion: arbitraryText,
    capacity: fc.record({
      runsMax: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      hostsMax: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    }),
    posture: fc.record({
      layers: fc.array(arbitraryText, few),
      nodeVersion: arbitraryText,
      v8Version: arbitraryText,
      guestFeatures: fc.array(arbitraryText, few),
      startedAtMs: fc.integer({ min: 0, max: 2e12 }),
    }),
    place: arbitraryPlace,
    weight: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    hasEgress: fc.constant(true),
  },
  { requiredKeys: ['protocolVersion', 'nodeId', 'agentVersion', 'capacity', 'posture'] },
);

const messageFromNode: fc.Arbitrary<MessageFromNode> = fc.oneof(
  fc.record({
    name: fc.constant('hello' as const),
    hello: arbitraryHello,
  }),
  fc.record({
    name: fc.constant('heartbeat' as const),
    sequence: fc.maxSafeNat(),
    load: fc.record({
      runsInFlight: count,
      runsWaiting: count,
      hostsLive: count,
      hostsBusy: count,
      cpuPermille: count,
      runsEnded: count,
      runsFaulted: count,
      memoryBytes: fc.maxSafeNat(),
    }),
    isDraining: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('run-events' as const),
    events: fc.record({
      logs: fc.array(
        fc.record({ runId: arbitraryRunId, lines: fc.array(arbitraryLogEntry, few) }),
        few,
      ),
      progress: fc.array(fc.record({ runId: arbitraryRunId, valueJson: arbitraryText }), few),
      hostCalls: fc.array(
        fc.record({ runId: arbitraryRunId, call: arbitraryCall(arbitraryText) }),
        few,
      ),
      ended: fc.array(fc.record({ runId: arbitraryRunId, outcome: arbitraryNodeOutcome }), few),
      refused: fc.array(
        fc.record({ runId: arbitraryRunId, reason: fc.constantFrom(...refusalReasons) }),
        few,
      ),
    }),
  }),
);

const messageToNode: fc.Arbitrary<MessageToNode> = fc.oneof(
  fc.record({
    name: fc.constant('welcome' as const),
    coordinatorId: arbitraryText,
    heartbeatIntervalMs: fc.integer({ min: 10, max: 60_000 }),
  }),
  fc.record({
    name: fc.constant('run-commands' as const),
    commands: fc.record({
      starts: fc.array(
        fc.record({
          runId: arbitraryRunId,
          execution: arbitraryExecution,
          deadlineMs: fc.constant(Number.POSITIVE_INFINITY),
        }),
        few,
      ),
      hostCallReplies: fc.array(
        fc.record({ runId: arbitraryRunId, reply: arbitraryReply(arbitraryText) }),
        few,
      ),
      cancelledRunIds: fc.array(arbitraryRunId, few),
    }),
  }),
  fc.record({ name: fc.constant('credential' as const), token: arbitraryText }),
  fc.record({ name: fc.constant('goodbye' as const) }),
);

test('every message from a node reaches the coordinator as it is', () => {
  fc.assert(
    fc.property(messageFromNode, (message) => {
      const wire = connectRequestThroughWire(messageFromNodeToWire(message));
      expect(messageFromNodeFromWire(wire)).toEqual(message);
    }),
  );
});

test('every message to a node reaches it as it is', () => {
  fc.assert(
    fc.property(messageToNode, (message) => {
      const wire = connectResponseThroughWire(messageToNodeToWire(message, 0));
      expect(messageToNodeFromWire(wire, 0)).toEqual(message);
    }),
  );
});

function helloWith(given: WireHello): ConnectRequest {
  const { hello } = messageFromNodeToWire({ name: 'hello', hello: exampleHello() });
  return { hello: { ...hello, ...given } };
}

test.each<[string, ConnectRequest]>([
  ['an empty one', {}],
  ['a hello without an id', helloWith({ nodeId: '' })],
  ['a hello with an id that could not be a label', helloWith({ nodeId: 'a b' })],
  ['a hello with an id of 65', helloWith({ nodeId: 'x'.repeat(65) })],
  ['a hello without capacity', helloWith({ capacity: null })],
  ['a hello of a node that takes nothing', helloWith({ capacity: { runsMax: 0, hostsMax: 1 } })],
  ['a hello without posture', helloWith({ posture: null })],
  ['a heartbeat without load', { heartbeat: { sequence: 1 } }],
])('messageFromNodeFromWire takes no %s', (_what, message) => {
  expect(() => messageFromNodeFromWire(connectRequestThroughWire(message))).toThrow(WireError);
});

test('a refusal for a reason that is not known is of a node that is broken', () => {
  const wire = connectRequestThroughWire({
    runEvents: { refused: [{ runId: 1, reason: 77 as never }] },
  });
  expect(messageFromNodeFromWire(wire)).toMatchObject({
    events: { refused: [{ runId: 1, reason: 'NODE_BROKEN' }] },
  });
});

test.each([
  ['an empty one', {}],
  ['a welcome that asks for heartbeats all the time', { welcome: { heartbeatIntervalUs: 0 } }],
])('messageToNodeFromWire takes no %s', (_what, message) => {
  expect(() => messageToNodeFromWire(connectResponseThroughWire(message), 0)).toThrow(WireError);
});

test.each(['n', 'node-1.zone_a', 'x'.repeat(64)])('%s is a node id', (id) => {
  expect(isNodeId(id)).toBe(true);
});

test.each(['', '-n', '.n', 'a/b', 'ä', 'x'.repeat(65)])('"%s" is no node id', (id) => {
  expect(isNodeId(id)).toBe(false);
});

test.each([
  ['place.region', { region: 'no such/name', zone: '' }],
  ['place.coordinates', { region: '', zone: '', coordinates: { latitude: 91, longitude: 0 } }],
])('a hello from a place that cannot be is refused: %s', (field, place) => {
  const wire = messageFromNodeToWire({ name: 'hello', hello: exampleHello({ place }) });
  const read = (): unknown => messageFromNodeFromWire(connectRequestThroughWire(wire));
  expect(read).toThrow(`${field} must be`);
});

test.each([true, false])('a hello says whether it is a renewal: %s', (isRenewal) => {
  const message = { name: 'hello' as const, hello: exampleHello(isRenewal ? { isRenewal } : {}) };
  const wire = connectRequestThroughWire(messageFromNodeToWire(message));
  expect(messageFromNodeFromWire(wire)).toEqual(message);
});
