import { expect, test } from 'vitest';
import {
  defaultGuestFeatures,
  guestFeatureBits,
  guestFeatures,
  guestFeaturesArgument,
  takeGuestFeatures,
} from '../../../../node-agent/frames/guest-features.ts';

test.each([[[]], [['eval']], [['webassembly', 'fine-clock']]] as const)(
  'takeGuestFeatures reads what guestFeaturesArgument wrote, and leaves the rest: %o',
  (features) => {
    const argv = ['--lockdown=required', guestFeaturesArgument(features), '--uid=7'];
    expect(takeGuestFeatures(argv)).toEqual({
      features,
      rest: ['--lockdown=required', '--uid=7'],
    });
  },
);

test('takeGuestFeatures takes the default where nothing is said, and no unknown word', () => {
  expect(takeGuestFeatures(['--lockdown=required'])).toEqual({
    features: defaultGuestFeatures,
    rest: ['--lockdown=required'],
  });
  expect(() => takeGuestFeatures(['--guest-features=evil'])).toThrow(TypeError);
});

test('guestFeatureBits gives each feature a bit of its own', () => {
  const bits = guestFeatures.map((feature) => guestFeatureBits([feature]));
  expect(new Set(bits).size).toBe(guestFeatures.length);
  expect(guestFeatureBits(guestFeatures)).toBe(2 ** guestFeatures.length - 1);
});
