/** Every scenario by its name; each is told how long its main part takes. */
import type { Scenario } from './scenario.ts';
import { aging } from './scenarios/aging.ts';
import { faultyAgent } from './scenarios/faulty-agent.ts';
import { killAgent } from './scenarios/kill-agent.ts';
import { overload } from './scenarios/overload.ts';
import { rolling } from './scenarios/rolling.ts';

export const scenarios: Readonly<
  Record<string, { readonly seconds: number; make(seconds: number): Scenario }>
> = {
  'faulty-drops': { seconds: 60, make: faultyAgent('drops') },
  'faulty-delays': { seconds: 60, make: faultyAgent('delays') },
  'faulty-lies': { seconds: 60, make: faultyAgent('lies') },
  aging: { seconds: 20, make: aging },
  'kill-agent': { seconds: 20, make: killAgent },
  overload: { seconds: 30, make: overload },
  rolling: { seconds: 30, make: rolling },
};
