/** Nodes as ListNodes describes them to administrators. */
import type { Node__Output } from '../generated/isopod/v1/Node.ts';
import type { Place } from '../nodes/place.ts';
import { durationToUs } from './duration.ts';
import type { NodeCapacity, NodeLoad } from './node-messages.ts';
import { readPlace } from './place-codec.ts';

/** One node-agent, as a coordinator sees it. */
export interface NodeDescription {
  readonly nodeId: string;
  readonly isDraining: boolean;
  /** An administrator has it get nothing new. */
  readonly isCordoned: boolean;
  /** It has been silent for too long, and gets nothing new until it is heard of. */
  readonly isSuspected: boolean;
  readonly agentVersion: string;
  readonly capacity: NodeCapacity;
  /** The layers of its sandbox's lockdown, such as `seccomp`. */
  readonly lockdownLayers: readonly string[];
  /** Of its sandbox's engine; empty where the node did not say. */
  readonly nodeVersion: string;
  readonly v8Version: string;
  /** When the agent started, in milliseconds since 1970, by its own clock. */
  readonly startedAtEpochMs: number;
  /** When it was last heard of. */
  readonly load: NodeLoad;
  /** Runs that this coordinator has on it. */
  readonly runsOutstanding: number;
  /** Absent where its operator has not said. */
  readonly place?: Place;
  /** Beside others, where runs are balanced by weight; absent where its operator has not said. */
  readonly weight?: number;
  /** Both in milliseconds since 1970, by the coordinator's clock. */
  readonly connectedAtEpochMs: number;
  readonly heardAtEpochMs: number;
}

export function nodeDescriptionFromWire(wire: Node__Output): NodeDescription {
  const { capacity, load, posture } = wire;
  const place = readPlace(wire.place, 'place', []);
  return {
    nodeId: wire.nodeId,
    isDraining: wire.state === 'NODE_STATE_DRAINING',
    isCordoned: wire.state === 'NODE_STATE_CORDONED',
    isSuspected: wire.state === 'NODE_STATE_SUSPECTED',
    agentVersion: wire.agentVersion,
    capacity: { runsMax: capacity?.runsMax ?? 0, hostsMax: capacity?.hostsMax ?? 0 },
    lockdownLayers: posture?.layers ?? [],
    nodeVersion: posture?.nodeVersion ?? '',
    v8Version: posture?.v8Version ?? '',
    startedAtEpochMs: (posture?.startedAtUs ?? 0) / 1000,
    load: {
      runsInFlight: load?.runsInFlight ?? 0,
      runsWaiting: load?.runsWaiting ?? 0,
      hostsLive: load?.hostsLive ?? 0,
      hostsBusy: load?.hostsBusy ?? 0,
      cpuPermille: load?.cpuPermille ?? 0,
      memoryBytes: load?.memoryBytes ?? 0,
      runsEnded: load?.runsEnded ?? 0,
      runsFaulted: load?.runsFaulted ?? 0,
    },
    runsOutstanding: wire.runsOutstanding,
    ...(place ? { place } : {}),
    ...(wire.weight > 0 ? { weight: wire.weight } : {}),
    connectedAtEpochMs: durationToUs(wire.connectTime) / 1000,
    heardAtEpochMs: durationToUs(wire.heartbeatTime) / 1000,
  };
}
