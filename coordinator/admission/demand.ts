/**
 * What an execution demands of a node, as one word: those of the same word can run on the same nodes, and
 * wait in one line.
 */
import type { Execution } from '../../shared/execution/execution.ts';
import { runClassOf } from '../resilience/run-class.ts';

/** Any node can run it, and it is not batch. */
export const noDemand = '';

/** Runs of little urgency have a part of each node to themselves, so they wait in lines of their own. */
const batchDemand = 'batch';
const homeDemand = 'at';

/**
 * Whether there may be room for what demands this where there is none for what demands nothing: the part
 * of batch, or the home of a session, which goes on with those that it has when it is cordoned.
 */
export function hasRoomApart(demand: string): boolean {
  return demand.startsWith(batchDemand) || demand.startsWith(homeDemand);
}

/** What demands no more than the same kind of room: where that waits in line, what demands more waits, too. */
export function leastDemandOf(demand: string): string {
  if (demand.startsWith(homeDemand)) return demand;
  return demand.startsWith(batchDemand) ? `${batchDemand} ` : noDemand;
}

export function demandOf(execution: Execution, homeNodeId: string | undefined): string {
  if (homeNodeId !== undefined) return `${homeDemand} ${homeNodeId}`;
  const layers = execution.layersRequired?.join() ?? noDemand;
  return runClassOf(execution) === 'batch' ? `${batchDemand} ${layers}` : layers;
}
