/** Looks at a cluster that this process has started: what it holds of the machine now. */
import type { Clock } from '../../shared/time/clock.ts';
import {
  childRunning,
  descriptorsOf,
  type NodeFootprint,
  nodeFootprint,
  residentBytesOf,
} from '../support/node-footprint.ts';
import type { SoakSample } from './soak-verdict.ts';

/** Coordinator and agent. */
const processesWithoutHosts = 2;

/** Throws when a part of it is gone. */
export function takeSample(clock: Clock): SoakSample & { readonly node: NodeFootprint } {
  const coordinatorPid = childRunning('coordinator/main.ts');
  const node = nodeFootprint();
  return {
    atMs: clock.nowMs(),
    agentResidentBytes: node.agentResidentBytes,
    coordinatorResidentBytes: residentBytesOf(coordinatorPid),
    nodeResidentBytes: node.residentBytes,
    processes: processesWithoutHosts + node.hostPids.length + node.zombies,
    agentDescriptors: node.descriptors,
    agentThreads: node.threads,
    coordinatorDescriptors: descriptorsOf(coordinatorPid).length,
    node,
  };
}
