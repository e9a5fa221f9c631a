/** The node-agent as a program: reads its configuration, serves until told to stop. */
import { processConfig } from '../shared/config/process-config.ts';
import { readyLine } from '../shared/process/ready-line.ts';
import { runUntilTold } from '../shared/process/run-until-told.ts';
import { systemRandom } from '../shared/random/system-random.ts';
import { programLogger } from '../shared/telemetry/pino-logger.ts';
import { systemClock } from '../shared/time/system-clock.ts';
import { nodeAgentProgram } from './config.ts';
import { HostProgram } from './pool/host-program.ts';

const config = processConfig(nodeAgentProgram);
// Another process does it, while this one loads the rest of itself: half of its start.
const hostProgram = HostProgram.bundle();
// The agent awaits it, but not yet.
hostProgram.catch(() => {});
const { NodeAgent } = await import('./node-agent.ts');

const logger = programLogger('node-agent', config);
let hasJoined = false;
const agent = new NodeAgent(config, {
  clock: systemClock(),
  random: systemRandom(),
  logger,
  hostProgram,
  retired: () => end('age'),
  joined: () => {
    if (!hasJoined) readyLine(config.readyFd, { event: 'joined' });
    hasJoined = true;
  },
});

const end = runUntilTold({ parentFd: config.parentFd, stop: () => agent.stop() });
try {
  await agent.start();
} catch (err) {
  logger.error({ err, lockdown: config.lockdown }, 'could not start');
  process.exit(1);
}
