import { expect, test } from 'vitest';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { postureLayers } from '../../../../shared/execution/posture-layer.ts';
import { executionToWire, readExecution } from '../../../../shared/wire/execution-codec.ts';
import { executeRequestThroughWire } from '../../../support/through-wire.ts';

function readLayers(layers: readonly string[]) {
  const execution = { source: { text: '1' }, minPosture: { layers: [...layers] } };
  return readExecution(executeRequestThroughWire({ execution }).execution, 'tenant').layersRequired;
}

function violationsOf(layers: readonly string[]) {
  try {
    readLayers(layers);
  } catch (error) {
    if (error instanceof IsopodError) return error.fieldViolations;
  }
  return [];
}

test('a posture floor is read as the SDK wrote it', () => {
  const execution = executionToWire({ source: '1', layersRequired: postureLayers });
  const read = readExecution(executeRequestThroughWire({ execution }).execution, 'tenant');
  expect(read.layersRequired).toEqual(postureLayers);
});

test('a posture floor has each layer once, in the order of the list', () => {
  expect(readLayers(['cgroup-v2', 'own-ids', 'cgroup-v2'])).toEqual(['own-ids', 'cgroup-v2']);
});

test('a posture floor without layers demands nothing', () => {
  expect(readLayers([])).toBeUndefined();
});

test('a posture floor names each layer that there is not', () => {
  expect(violationsOf(['own-ids', 'moat', ''])).toMatchObject([
    { field: 'min_posture.layers[1]', description: expect.stringContaining('must be one of') },
    { field: 'min_posture.layers[2]' },
  ]);
});

test('a posture floor has no more layers than there are', () => {
  const layers = Array.from({ length: postureLayers.length + 1 }, () => 'own-ids');
  const description = 'must be at most 10 layers: 11';
  expect(violationsOf(layers)).toEqual([{ field: 'min_posture.layers', description }]);
});
