import { expect, test } from 'vitest';
import {
  lockdownArguments,
  lockdownLayers,
  parseLockdownArguments,
  requiredLayers,
} from '../../../../node-agent/frames/lockdown.ts';

test.each([
  { mode: 'required', ids: { uid: 200_001, gid: 200_002 } },
  { mode: 'best-effort' },
] as const)('parseLockdownArguments reads what lockdownArguments wrote: %o', (options) => {
  expect(parseLockdownArguments(lockdownArguments(options))).toEqual(options);
});

test.each([
  [[]],
  [['--lockdown=none']],
  [['--lockdown=required', '--uid=0', '--gid=1']],
  [['--lockdown=required', '--uid=1']],
  [['--lockdown=required', '--uid=4294967295', '--gid=1']],
  [['--lockdown=required', '--uid=1.5', '--gid=1']],
  [['--lockdown=required', '--more']],
  [['--lockdown=required', 'more']],
])('parseLockdownArguments refuses %o', (argv) => {
  expect(() => parseLockdownArguments(argv)).toThrow(TypeError);
});

test('requiredLayers asks for all layers, for own ids only where there are some, and for none by best effort', () => {
  const ids = { uid: 1, gid: 1 };
  expect(requiredLayers({ mode: 'required', ids })).toEqual(lockdownLayers);
  expect(requiredLayers({ mode: 'required' })).toEqual(
    lockdownLayers.filter((layer) => layer !== 'own-ids'),
  );
  expect(requiredLayers({ mode: 'best-effort', ids })).toEqual([]);
});
