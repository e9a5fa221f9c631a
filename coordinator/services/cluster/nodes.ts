/** ClusterService's view of nodes, and how administrators steer them. */
import { invalidRequest } from '../../../shared/errors/isopod-error.ts';
import type { ClusterServiceHandlers } from '../../../shared/generated/isopod/v1/ClusterService.ts';
import type { Node } from '../../../shared/generated/isopod/v1/Node.ts';
import type { NodeState } from '../../../shared/generated/isopod/v1/NodeState.ts';
import type { WatchNodesResponse } from '../../../shared/generated/isopod/v1/WatchNodesResponse.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { durationToUs, timestampFromMs, type WireDuration } from '../../../shared/wire/duration.ts';
import { postureToWire } from '../../../shared/wire/node-codec.ts';
import { placeToWire } from '../../../shared/wire/place-codec.ts';
import type { NodeRegistry } from '../../sessions/node-registry.ts';
import type { NodeSession } from '../../sessions/node-session.ts';
import type { NodeSteering } from '../../sessions/node-steering.ts';
import type { NodeWatch } from '../../sessions/node-watch.ts';
import { answeringAdministrator } from '../answering.ts';
import { LatestWriter } from '../latest-writer.ts';
import type { OpenWatches } from '../open-watches.ts';

interface NodeParts {
  readonly nodes: NodeRegistry;
  readonly steering: NodeSteering;
  readonly watch: NodeWatch;
  readonly watches: OpenWatches;
  readonly clock: Clock;
  readonly logger: Logger;
}

type Method =
  | 'ListNodes'
  | 'WatchNodes'
  | 'CordonNode'
  | 'UncordonNode'
  | 'DrainNode'
  | 'RemoveNode';

const graceMsDefault = 30_000;
const graceMsMax = 3_600_000;

export function nodeHandlers(parts: NodeParts): Pick<ClusterServiceHandlers, Method> {
  const { nodes, steering, watch, watches, logger } = parts;
  const toWire = (session: NodeSession): Node => nodeToWire(session, parts);
  const all = (): WatchNodesResponse => ({ nodes: nodes.all.map(toWire) });
  const nodeOf = (session: NodeSession | undefined): { node?: Node } =>
    session ? { node: toWire(session) } : {};
  return {
    ListNodes: answeringAdministrator(logger, async () => all()),
    WatchNodes: (call) => {
      const writer = new LatestWriter<WatchNodesResponse>(call, all);
      const end = watch.add(() => writer.changed());
      if (watches.open(call, end)) writer.changed();
      else end();
    },
    CordonNode: answeringAdministrator(logger, async ({ nodeId }) =>
      nodeOf(steering.cordon(nodeId)),
    ),
    UncordonNode: answeringAdministrator(logger, async ({ nodeId }) =>
      nodeOf(steering.uncordon(nodeId)),
    ),
    DrainNode: (call, respond) => {
      const drain = answeringAdministrator<typeof call.request, { node?: Node }>(
        logger,
        async ({ nodeId }) => nodeOf(await steering.drain(nodeId, () => call.cancelled)),
      );
      drain(call, respond);
    },
    RemoveNode: answeringAdministrator(logger, async ({ nodeId, graceTime }) => ({
      runsLost: await steering.remove(nodeId, readGraceMs(graceTime)),
    })),
  };
}

function readGraceMs(grace: WireDuration | null): number {
  if (!grace) return graceMsDefault;
  const graceMs = durationToUs(grace) / 1_000;
  if (graceMs >= 0 && graceMs <= graceMsMax) return graceMs;
  throw invalidRequest([{ field: 'grace_time', description: 'must be from 0 to 1 h' }]);
}

function stateOf({ nodeId, state }: NodeSession, nodes: NodeRegistry): NodeState {
  if (nodes.isSuspected(nodeId)) return 'NODE_STATE_SUSPECTED';
  if (state !== 'active') return 'NODE_STATE_DRAINING';
  return nodes.isCordoned(nodeId) ? 'NODE_STATE_CORDONED' : 'NODE_STATE_ACTIVE';
}

function nodeToWire(session: NodeSession, { nodes, clock }: NodeParts): Node {
  const { hello, load } = session;
  return {
    nodeId: hello.nodeId,
    state: stateOf(session, nodes),
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
