/** Where a caller is, as far as its call's metadata tell. An execution's own word goes before that. */
import type { Metadata } from '@grpc/grpc-js';
import { invalidExecution } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import {
  coordinatesFromText,
  coordinatesRule,
  isPlaceName,
  type Place,
  placeMetadata,
  placeNameRule,
} from '../../shared/nodes/place.ts';

/** Undefined where nothing is said. Throws INVALID_EXECUTION. */
export function readOrigin(metadata: Metadata): Place | undefined {
  const region = readName(metadata, placeMetadata.region);
  const zone = region === '' ? '' : readName(metadata, placeMetadata.zone);
  const text = metadata.get(placeMetadata.coordinates)[0]?.toString();
  if (text === undefined) return region === '' ? undefined : { region, zone };
  const coordinates = coordinatesFromText(text);
  if (coordinates) return { region, zone, coordinates };
  throw wrong(placeMetadata.coordinates, coordinatesRule);
}

export function withOrigin(execution: Execution, origin: Place | undefined): Execution {
  return origin === undefined || execution.origin ? execution : { ...execution, origin };
}

function readName(metadata: Metadata, key: string): string {
  const name = metadata.get(key)[0]?.toString() ?? '';
  if (name === '' || isPlaceName(name)) return name;
  throw wrong(key, placeNameRule);
}

function wrong(key: string, rule: string): Error {
  return invalidExecution([{ field: key, description: `must be ${rule}` }]);
}
