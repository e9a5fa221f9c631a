import { expect, test } from 'vitest';
import { coordinatesFromText, isPlaceName, placeToText } from '../../../../shared/nodes/place.ts';

test('coordinatesFromText reads degrees north and east, and nothing else', () => {
  expect(coordinatesFromText('52.5, 13.4')).toEqual({ latitude: 52.5, longitude: 13.4 });
  expect(coordinatesFromText('-33.9,+151')).toEqual({ latitude: -33.9, longitude: 151 });
  for (const text of ['', '52.5', '91,0', '0,181', '1e1,0', 'a,b', '1,2,3', 'NaN,0'])
    expect(coordinatesFromText(text)).toBeUndefined();
});

test('isPlaceName takes what can stand in metadata and in a table', () => {
  for (const name of ['eu', 'eu-central-1', 'a.b_c', 'x'.repeat(64)])
    expect(isPlaceName(name)).toBe(true);
  for (const name of ['', 'a b', 'ä', 'x/y', 'x'.repeat(65)]) expect(isPlaceName(name)).toBe(false);
});

test('placeToText says what is known', () => {
  const coordinates = { latitude: 1, longitude: 2 };
  expect(placeToText({ region: 'eu', zone: 'eu-1', coordinates })).toBe('eu/eu-1 1,2');
  expect(placeToText({ region: 'eu', zone: '' })).toBe('eu');
  expect(placeToText({ region: '', zone: '', coordinates })).toBe('1,2');
});
