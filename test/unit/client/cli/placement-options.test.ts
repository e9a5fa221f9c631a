import { expect, test } from 'vitest';
import { placementOf } from '../../../../client/cli/placement-options.ts';
import { UsageMistake } from '../../../../client/cli/usage-mistake.ts';

test('placementOf says what was typed, and nothing where nothing was', () => {
  expect(placementOf({})).toEqual({});
  expect(placementOf({ affinityKey: 'user-7' })).toEqual({ affinityKey: 'user-7' });
  expect(placementOf({ region: 'eu', coordinates: '52.5,13.4' })).toEqual({
    origin: { region: 'eu', zone: '', coordinates: { latitude: 52.5, longitude: 13.4 } },
  });
});

test('placementOf refuses coordinates that are none', () => {
  expect(() => placementOf({ coordinates: 'here' })).toThrow(UsageMistake);
});
