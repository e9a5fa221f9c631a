/** The coordinator as a program: reads its configuration, serves until told to stop. */
import { setLogger } from '@grpc/grpc-js';
import { processConfig } from '../shared/config/process-config.ts';
import { readyLine } from '../shared/process/ready-line.ts';
import { runUntilTold } from '../shared/process/run-until-told.ts';
import { programLogger } from '../shared/telemetry/pino-logger.ts';
import { systemClock } from '../shared/time/system-clock.ts';
import { coordinatorProgram } from './config.ts';
import { openStores, type Stores } from './open-stores.ts';
import { ScalableSandboxService } from './scalable-sandbox-service.ts';
import { openTransport } from './transport/open-transport.ts';

const config = processConfig(coordinatorProgram);
const logger = programLogger('coordinator', config);
// What gRPC has to say is in the errors that it gives us, too.
setLogger({ error: (...words: unknown[]) => logger.debug({ words }, 'a remark of gRPC') });
const clock = systemClock();
const service = new ScalableSandboxService(config, {
  clock,
  logger,
  transport: await openTransport(config.transport, { clock, logger }),
  stores: await openedStores(config.dataDir),
});

runUntilTold({ parentFd: config.parentFd, stop: () => service.stop() });
try {
  const port = await service.start();
  readyLine(config.readyFd, { event: 'listening', port });
} catch (error) {
  const { listenHost: host, port } = config;
  logger.error({ host, port, why: messageOf(error) }, 'could not listen');
  process.exit(1);
}

async function openedStores(dataDir: string | undefined): Promise<Stores> {
  try {
    return await openStores(dataDir);
  } catch (error) {
    logger.error({ dataDir, why: String(error) }, 'could not read what was kept');
    process.exit(1);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
