/** The scenarios of `npm run chaos` that say something within seconds, on real processes. */
import { expect, test } from 'vitest';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { runScenario } from '../../chaos/run-scenario.ts';
import { scenarios } from '../../chaos/scenarios.ts';

test.each([
  ['kill-agent', 3],
  ['rolling', 5],
])(
  '%s loses no call, in its short form',
  async (name, seconds) => {
    const scenario = scenarios[name]?.make(seconds);
    if (!scenario) throw new Error(`there is no ${name}`);
    const parts = { seed: 1, clock: systemClock(), tell: () => {} };
    const { figures, faults } = await runScenario(scenario, parts);
    expect(faults).toEqual([]);
    expect(figures['calls']).toBeGreaterThan(seconds * 150);
  },
  60_000,
);
