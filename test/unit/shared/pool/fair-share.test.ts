import { describe, expect, test } from 'vitest';
import { keepsIdle } from '../../../../shared/pool/fair-share.ts';

describe('keepsIdle', () => {
  test.each([
    { has: 1, keysInPlay: 3, liveMax: 3, keeps: true, why: 'one each' },
    { has: 2, keysInPlay: 3, liveMax: 3, keeps: false, why: 'more than one each' },
    { has: 1, keysInPlay: 2, liveMax: 3, keeps: true, why: 'what cannot be shared out is shared' },
    { has: 2, keysInPlay: 2, liveMax: 3, keeps: false, why: 'half of three is one' },
    { has: 4, keysInPlay: 2, liveMax: 8, keeps: true, why: 'half of eight' },
    { has: 5, keysInPlay: 2, liveMax: 8, keeps: false, why: 'more than half of eight' },
    { has: 1, keysInPlay: 4, liveMax: 3, keeps: false, why: 'more keys than resources' },
    { has: 3, keysInPlay: 1, liveMax: 3, keeps: true, why: 'nobody else is there' },
  ])('$has of $liveMax among $keysInPlay keys: $keeps, for $why', ({ keeps, why: _, ...claim }) => {
    expect(keepsIdle(claim)).toBe(keeps);
  });
});
