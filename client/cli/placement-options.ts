/** Options that say where a run is wanted: with others of its key, near to its client. */
import type { Command } from 'commander';
import { coordinatesFromText, coordinatesRule } from '../../shared/nodes/place.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface PlacementOptions {
  readonly affinityKey?: string;
  readonly region?: string;
  readonly zone?: string;
  readonly coordinates?: string;
}

export function addPlacementOptions(command: Command): Command {
  return command
    .option('--affinity-key <key>', 'runs of one key go to one node, while it is not overloaded')
    .option('--region <name>', 'where this client is, for clusters that run near to it')
    .option('--zone <name>', 'the zone of that region')
    .option('--coordinates <latitude,longitude>', 'where on the earth this client is');
}

/** Throws UsageMistake. */
export function placementOf({
  affinityKey,
  region = '',
  zone = '',
  coordinates: text,
}: PlacementOptions): Pick<ExecutionRequest, 'affinityKey' | 'origin'> {
  const coordinates = text === undefined ? undefined : coordinatesFromText(text);
  if (text !== undefined && !coordinates)
    throw new UsageMistake(`Could not read ${text}: it must be ${coordinatesRule}`);
  const isSaid = region !== '' || zone !== '' || coordinates !== undefined;
  return {
    ...(affinityKey === undefined ? {} : { affinityKey }),
    ...(isSaid ? { origin: { region, zone, ...(coordinates ? { coordinates } : {}) } } : {}),
  };
}
