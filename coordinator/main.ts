/** The coordinator as a program: reads its configuration, serves until told to stop. */
import { processConfig } from '../shared/config/process-config.ts';
import { readyLine } from '../shared/process/ready-line.ts';
import { runUntilTold } from '../shared/process/run-until-told.ts';
import { programLogger } from '../shared/telemetry/pino-logger.ts';
import { systemClock } from '../shared/time/system-clock.ts';
import { coordinatorProgram } from './config.ts';
import { ScalableSandboxService } from './scalable-sandbox-service.ts';

const config = processConfig(coordinatorProgram);
const logger = programLogger('coordinator', config);
const service = new ScalableSandboxService(config, { clock: systemClock(), logger });

runUntilTold({ parentFd: config.parentFd, stop: () => service.stop() });
try {
  const port = await service.start();
  readyLine(config.readyFd, { event: 'listening', port });
} catch (err) {
  logger.error({ err, host: config.listenHost, port: config.port }, 'could not listen');
  process.exit(1);
}
