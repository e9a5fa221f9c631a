/**
 * The limit that everything else is compared with: a bare grpc-js server, with the codecs that
 * come with it, that answers the same calls with messages of the same types and size, and does
 * nothing for them. It is what anybody's service on these libraries could reach at best.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { ExecuteStreamRequest__Output } from '../../shared/generated/isopod/v1/ExecuteStreamRequest.ts';
import type { ExecutionServiceHandlers } from '../../shared/generated/isopod/v1/ExecutionService.ts';
import { readyLine } from '../../shared/process/ready-line.ts';
import { runUntilTold } from '../../shared/process/run-until-told.ts';
import { loaderOptions } from '../../shared/wire/loader-options.ts';
import { outcomeToWire } from '../../shared/wire/outcome-codec.ts';
import { pooledSum } from './workload.ts';

const { values } = parseArgs({
  options: { 'ready-fd': { type: 'string' }, 'parent-fd': { type: 'string' } },
});

const protoFolder = fileURLToPath(new URL('../../proto', import.meta.url));
const definition = loadSync('isopod/v1/execution_service.proto', {
  ...loaderOptions,
  includeDirs: [protoFolder],
});

const outcome = outcomeToWire({
  word: 'SUCCEEDED',
  resultJson: pooledSum(0).resultJson,
  usage: {
    queuedUs: 1_234,
    wallUs: 123,
    cpuUs: 123,
    heapPeakBytes: 0,
    attempts: 1,
    nodeId: 'bench-node-1',
    isWarm: true,
    inputBytes: 150,
    resultBytes: 100,
    logBytes: 0,
  },
  mayHaveHadEffects: false,
});

const handlers: ExecutionServiceHandlers = {
  Execute: (_call, respond) => respond(null, { outcome, logs: [] }),
  ExecuteStream: (call) => {
    call.on('data', ({ commands }: ExecuteStreamRequest__Output) => {
      call.write({ events: commands.map(({ executionId }) => ({ executionId, outcome })) });
    });
    call.on('end', () => call.end());
  },
};

const server = new Server({ 'grpc.enable_channelz': 0 });
server.addService(definition['isopod.v1.ExecutionService'] as ServiceDefinition, { ...handlers });
runUntilTold({
  parentFd: Number(values['parent-fd']),
  stop: () => Promise.resolve(server.forceShutdown()),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  readyLine(Number(values['ready-fd']), { event: 'listening', port });
});
