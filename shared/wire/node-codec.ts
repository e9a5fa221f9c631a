/**
 * The stream between agents and coordinators: oneofs in, unions out. Anything that cannot be read
 * throws WireError, and its stream is closed.
 */
import type { FieldViolation } from '../errors/isopod-error.ts';
import type {
  ConnectRequest,
  ConnectRequest__Output,
} from '../generated/isopod/v1/ConnectRequest.ts';
import type {
  ConnectResponse,
  ConnectResponse__Output,
} from '../generated/isopod/v1/ConnectResponse.ts';
import type {
  NodeHello__Output,
  NodeHello as WireHello,
} from '../generated/isopod/v1/NodeHello.ts';
import type { NodeLoad__Output } from '../generated/isopod/v1/NodeLoad.ts';
import type { NodePosture as WirePosture } from '../generated/isopod/v1/NodePosture.ts';
import type { Place } from '../nodes/place.ts';
import { refusalReasonEnum } from './enums.ts';
import {
  hostCallFromWire,
  hostCallReplyFromWire,
  hostCallReplyToWire,
  hostCallToWire,
} from './host-call-codec.ts';
import type {
  MessageFromNode,
  MessageToNode,
  NodeHello,
  NodeLoad,
  NodePosture,
  RunEvents,
} from './node-messages.ts';
import {
  sessionAnswerFromWire,
  sessionAnswerToWire,
  sessionCallFromWire,
  sessionCallToWire,
} from './node-session-codec.ts';
import { placeToWire, readPlace } from './place-codec.ts';
import {
  runEndedFromWire,
  runEndedToWire,
  runLogsFromWire,
  runLogsToWire,
  runStartFromWire,
  runStartToWire,
} from './run-codec.ts';
import { WireError } from './wire-error.ts';

const nodeIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** A coordinator that asked for more would be heard by nobody else. */
const heartbeatIntervalUsMin = 10_000;

/** What an id of a node looks like: it is shown, logged and used as a label. */
export function isNodeId(text: string): boolean {
  return nodeIdPattern.test(text);
}

export function messageFromNodeToWire(message: MessageFromNode): ConnectRequest {
  switch (message.name) {
    case 'hello': {
      return { hello: helloToWire(message.hello) };
    }
    case 'heartbeat': {
      const { sequence, load, isDraining } = message;
      return { heartbeat: { sequence, load: { ...load }, draining: isDraining } };
    }
    case 'session-answer':
      return { sessionAnswer: sessionAnswerToWire(message.callId, message.answer) };
    case 'run-events': {
      const { logs, progress, hostCalls, ended, refused } = message.events;
      return {
        runEvents: {
          logs: logs.map(runLogsToWire),
          progress: [...progress],
          hostCalls: hostCalls.map(({ runId, call }) => ({ runId, call: hostCallToWire(call) })),
          ended: ended.map(runEndedToWire),
          refused: refused.map(({ runId, reason }) => ({
            runId,
            reason: refusalReasonEnum.toWire(reason),
          })),
        },
      };
    }
  }
}

export function messageFromNodeFromWire(wire: ConnectRequest__Output): MessageFromNode {
  if (wire.runEvents) return { name: 'run-events', events: readEvents(wire.runEvents) };
  if (wire.heartbeat) {
    const { sequence, load, draining } = wire.heartbeat;
    return { name: 'heartbeat', sequence, load: readLoad(load), isDraining: draining };
  }
  if (wire.sessionAnswer) {
    const { callId } = wire.sessionAnswer;
    return { name: 'session-answer', callId, answer: sessionAnswerFromWire(wire.sessionAnswer) };
  }
  if (wire.hello) return { name: 'hello', hello: readHello(wire.hello) };
  throw new WireError('Could not read a message from a node: it is empty');
}

function helloToWire({ isRenewal, hasEgress, posture, place, ...hello }: NodeHello): WireHello {
  return {
    ...hello,
    posture: postureToWire(posture),
    renewal: isRenewal ?? false,
    egress: hasEgress ?? false,
    ...(place ? { place: placeToWire(place) } : {}),
  };
}

function readEvents(wire: NonNullable<ConnectRequest__Output['runEvents']>): RunEvents {
  return {
    logs: wire.logs.map(runLogsFromWire),
    progress: wire.progress,
    hostCalls: wire.hostCalls.map(({ runId, call }) => {
      if (!call) throw new WireError(`Could not read a call of run ${runId}: it is empty`);
      return { runId, call: hostCallFromWire(call) };
    }),
    ended: wire.ended.map(runEndedFromWire),
    refused: wire.refused.map(({ runId, reason }) => ({
      runId,
      reason: refusalReasonEnum.fromWire(reason) ?? 'NODE_BROKEN',
    })),
  };
}

function readHello(wire: NodeHello__Output): NodeHello {
  const { nodeId, capacity, posture, protocolVersion, agentVersion } = wire;
  if (!isNodeId(nodeId))
    throw new WireError(`Could not read a hello: its node id is "${nodeId.slice(0, 64)}"`);
  if (!capacity || capacity.runsMax < 1 || capacity.hostsMax < 1 || !posture)
    throw new WireError(`Could not read the hello of ${nodeId}: capacity or posture is missing`);
  return {
    protocolVersion,
    nodeId,
    agentVersion,
    capacity: { runsMax: capacity.runsMax, hostsMax: capacity.hostsMax },
    posture: {
      layers: posture.layers,
      nodeVersion: posture.nodeVersion,
      v8Version: posture.v8Version,
      guestFeatures: posture.guestFeatures,
      startedAtMs: posture.startedAtUs / 1000,
    },
    ...(wire.renewal ? { isRenewal: true } : {}),
    ...readPlaceOfNode(wire),
    ...(wire.weight > 0 ? { weight: wire.weight } : {}),
    ...(wire.egress ? { hasEgress: true } : {}),
  };
}

function readPlaceOfNode({ nodeId, place: wire }: NodeHello__Output): { place?: Place } {
  const violations: FieldViolation[] = [];
  const place = readPlace(wire, 'place', violations);
  const [mistake] = violations;
  if (mistake)
    throw new WireError(
      `Could not read the hello of ${nodeId}: ${mistake.field} ${mistake.description}`,
    );
  return place ? { place } : {};
}

function readLoad(wire: NodeLoad__Output | null): NodeLoad {
  if (!wire) throw new WireError('Could not read a heartbeat: it has no load');
  return { ...wire };
}

/** Also what ClusterService shows. */
export function postureToWire(posture: NodePosture): WirePosture {
  return {
    layers: [...posture.layers],
    nodeVersion: posture.nodeVersion,
    v8Version: posture.v8Version,
    guestFeatures: [...posture.guestFeatures],
    startedAtUs: Math.round(posture.startedAtMs * 1000),
  };
}

/** `nowMs` is the coordinator's monotonic clock. */
export function messageToNodeToWire(message: MessageToNode, nowMs: number): ConnectResponse {
  switch (message.name) {
    case 'welcome': {
      const heartbeatIntervalUs = Math.round(message.heartbeatIntervalMs * 1000);
      return { welcome: { coordinatorId: message.coordinatorId, heartbeatIntervalUs } };
    }
    case 'run-commands': {
      const { starts, hostCallReplies, cancelledRunIds } = message.commands;
      return {
        runCommands: {
          starts: starts.map((start) => runStartToWire(start, nowMs)),
          hostCallReplies: hostCallReplies.map(({ runId, reply }) => {
            return { runId, reply: hostCallReplyToWire(reply) };
          }),
          cancelledRunIds: [...cancelledRunIds],
        },
      };
    }
    case 'session-call':
      return { sessionCall: sessionCallToWire(message.callId, message.call) };
    case 'credential':
      return { credential: { token: message.token } };
    case 'goodbye':
      return { goodbye: {} };
  }
}

/** `nowMs` is the agent's monotonic clock. */
export function messageToNodeFromWire(wire: ConnectResponse__Output, nowMs: number): MessageToNode {
  if (wire.runCommands) {
    const { starts, hostCallReplies, cancelledRunIds } = wire.runCommands;
    return {
      name: 'run-commands',
      commands: {
        starts: starts.map((start) => runStartFromWire(start, nowMs)),
        hostCallReplies: hostCallReplies.map(({ runId, reply }) => {
          if (!reply) throw new WireError(`Could not read a reply to run ${runId}: it is empty`);
          return { runId, reply: hostCallReplyFromWire(reply) };
        }),
        cancelledRunIds,
      },
    };
  }
  if (wire.welcome) {
    const { coordinatorId, heartbeatIntervalUs } = wire.welcome;
    if (heartbeatIntervalUs < heartbeatIntervalUsMin)
      throw new WireError(`Could not read a welcome: heartbeats every ${heartbeatIntervalUs} us`);
    return { name: 'welcome', coordinatorId, heartbeatIntervalMs: heartbeatIntervalUs / 1000 };
  }
  if (wire.sessionCall) {
    const { callId } = wire.sessionCall;
    return { name: 'session-call', callId, call: sessionCallFromWire(wire.sessionCall) };
  }
  if (wire.credential) return { name: 'credential', token: wire.credential.token };
  if (wire.goodbye) return { name: 'goodbye' };
  throw new WireError('Could not read a message from a coordinator: it is empty');
}
