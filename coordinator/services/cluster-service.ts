/** ClusterService over grpc-js: what administrators see. */
import type { ClusterServiceHandlers } from '../../shared/generated/isopod/v1/ClusterService.ts';
import type { Node } from '../../shared/generated/isopod/v1/Node.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { timestampFromMs } from '../../shared/wire/duration.ts';
import { postureToWire } from '../../shared/wire/node-codec.ts';
import { placeToWire } from '../../shared/wire/place-codec.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import type { NodeSession } from '../sessions/node-session.ts';

interface ClusterServiceParts {
  readonly nodes: NodeRegistry;
  readonly clock: Clock;
}

export function clusterServiceHandlers({
  nodes,
  clock,
}: ClusterServiceParts): Pick<ClusterServiceHandlers, 'ListNodes'> {
  return {
    ListNodes: (_call, respond) =>
      respond(null, { nodes: nodes.all.map((session) => nodeToWire(session, clock)) }),
  };
}

function nodeToWire(session: NodeSession, clock: Clock): Node {
  const { hello, load, state } = session;
  return {
    nodeId: hello.nodeId,
    state: state === 'active' ? 'NODE_STATE_ACTIVE' : 'NODE_STATE_DRAINING',
    agentVersion: hello.agentVersion,
    capacity: { ...hello.capacity },
    posture: postureToWire(hello.posture),
    load: { ...load },
    runsOutstanding: session.runsOutstanding,
    ...(hello.place ? { place: placeToWire(hello.place) } : {}),
    weight: hello.weight ?? 0,
    connectTime: timestampFromMs(session.connectedAtMs),
    heartbeatTime: timestampFromMs(clock.epochMs() - (clock.nowMs() - session.heardAtMs)),
  };
}
