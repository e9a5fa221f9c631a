/** What an execution demands of its node. */
import type { FieldViolation } from '../errors/isopod-error.ts';
import { type PostureLayer, postureLayers } from '../execution/posture-layer.ts';
import type {
  PostureFloor__Output,
  PostureFloor as WirePostureFloor,
} from '../generated/isopod/v1/PostureFloor.ts';

const layersMax = postureLayers.length;

export function postureFloorToWire(layers: readonly PostureLayer[]): WirePostureFloor {
  return { layers: [...layers] };
}

/** Undefined where nothing is demanded. Adds to `violations` what is wrong. */
export function readPostureFloor(
  wire: PostureFloor__Output | null,
  violations: FieldViolation[],
): readonly PostureLayer[] | undefined {
  const given = wire?.layers ?? [];
  if (given.length === 0) return undefined;
  if (given.length > layersMax) {
    const description = `must be at most ${layersMax} layers: ${given.length}`;
    violations.push({ field: 'min_posture.layers', description });
    return undefined;
  }
  given.forEach((layer, index) => {
    if (postureLayers.some((known) => known === layer)) return;
    const description = `must be one of ${postureLayers.join(', ')}`;
    violations.push({ field: `min_posture.layers[${index}]`, description });
  });
  return postureLayers.filter((layer) => given.includes(layer));
}
