/**
 * The doctor as a program: says whether a node-agent could lock its hosts down on this machine.
 * Its exit status is 0 where one with `--lockdown required` would start.
 */
import { supervisionSettings } from '../shared/config/common-settings.ts';
import { processConfig } from '../shared/config/process-config.ts';
import type { Program } from '../shared/config/program.ts';
import { onOff, type ValuesOf } from '../shared/config/setting.ts';
import { runUntilTold } from '../shared/process/run-until-told.ts';
import { systemRandom } from '../shared/random/system-random.ts';
import { systemClock } from '../shared/time/system-clock.ts';
import { hostUidBaseSetting } from './config.ts';
import { type Diagnosis, diagnose, diagnoseOtherPlatform } from './doctor/diagnosis.ts';
import { diagnosisTable } from './doctor/diagnosis-table.ts';

const settings = {
  json: onOff({ summary: 'Print one JSON object instead of a table.' }),
  hostUidBase: hostUidBaseSetting,
  parentFd: supervisionSettings.parentFd,
};

const doctorProgram: Program<typeof settings, ValuesOf<typeof settings>> = {
  name: 'isopod doctor',
  summary: 'Tells whether a node-agent can lock its sandbox processes down on this machine.',
  settings,
  compile: (values) => values,
};

const config = processConfig(doctorProgram);

async function examine(): Promise<Diagnosis> {
  if (process.platform !== 'linux') return diagnoseOtherPlatform(process.platform);
  // Its modules cannot even be loaded on another platform.
  const { examineMachine } = await import('./doctor/examine-machine.ts');
  const { hostUidBase } = config;
  const parts = { clock: systemClock(), random: systemRandom(), hostUidBase };
  return diagnose(await examineMachine(parts));
}

const examined = examine();
// It takes a second or two, and ends with nothing left: who cannot wait says so twice.
runUntilTold({ parentFd: config.parentFd, stop: async () => void (await examined) });
const diagnosis = await examined;
process.stdout.write(config.json ? `${JSON.stringify(diagnosis)}\n` : diagnosisTable(diagnosis));
process.exitCode = diagnosis.canLockDown ? 0 : 1;
