import { expect, test } from 'vitest';
import { LoadReport } from '../../../../node-agent/telemetry/load-report.ts';
import { ScriptedExecutor } from '../../../support/scripted-executor.ts';

test('LoadReport counts runs as the wire can carry it, beginning anew', () => {
  const executor = new ScriptedExecutor();
  const counts = { runsEnded: 2 ** 32 + 7, runsLost: 3, runsExecuting: 2, runsParked: 1 };
  const load = { ...executor.load(), ...counts };
  executor.load = () => load;
  expect(new LoadReport(executor).read()).toMatchObject({
    runsInFlight: 3,
    runsEnded: 7,
    runsFaulted: 3,
  });
});
