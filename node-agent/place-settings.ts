/** Where a node-agent is, and what it takes beside others: for coordinators that balance by it. */
import type { Relations } from '../shared/config/program.ts';
import {
  type SettingsTable,
  textSetting,
  type ValuesOf,
  wholeNumber,
} from '../shared/config/setting.ts';
import {
  coordinatesFromText,
  coordinatesPattern,
  coordinatesRule,
  type Place,
  placeNameRule,
} from '../shared/nodes/place.ts';

const namePattern = /^[A-Za-z0-9._-]{1,64}$/;
const weightMax = 1_000_000;

export const placeSettings = {
  region: textSetting({
    summary: 'The region this node is in, for coordinators that send runs to the nearest nodes.',
    placeholder: 'NAME',
    rule: placeNameRule,
    pattern: namePattern,
    default: undefined,
  }),
  zone: textSetting({
    summary: 'The zone of its region that this node is in.',
    placeholder: 'NAME',
    rule: placeNameRule,
    pattern: namePattern,
    default: undefined,
  }),
  coordinates: textSetting({
    summary: 'Where on the earth this node is, in degrees north and east.',
    placeholder: 'LATITUDE,LONGITUDE',
    rule: coordinatesRule,
    pattern: coordinatesPattern,
    default: undefined,
  }),
  weight: wholeNumber({
    summary:
      'What this node takes beside others, for coordinators that go by weighted_round_robin.',
    min: 1,
    max: weightMax,
    default: undefined,
    defaultText: 'by its load reports',
  }),
};

type PlaceValues = Omit<ValuesOf<typeof placeSettings>, 'weight'>;

export function readPlaceSettings<Table extends typeof placeSettings & SettingsTable>(
  { region = '', zone = '', coordinates: text }: PlaceValues,
  relations: Relations<Table>,
): Place | undefined {
  const coordinates = text === undefined ? undefined : coordinatesFromText(text);
  relations.assert(
    text === undefined || coordinates !== undefined,
    ['coordinates'],
    'must be from -90 to 90 degrees north and from -180 to 180 degrees east',
  );
  relations.assert(zone === '' || region !== '', ['zone', 'region'], 'must have a region');
  if (region === '' && !coordinates) return undefined;
  return { region, zone, ...(coordinates ? { coordinates } : {}) };
}
