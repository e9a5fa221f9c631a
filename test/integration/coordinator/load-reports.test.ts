/** What clients of gRPC learn of the load, for their balancing. */
import { credentials, type Metadata, makeClientConstructor } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { orcaStreamPath, orcaTrailerKey } from '../../../shared/wire/orca-codec.ts';
import { Arrivals } from '../../support/arrivals.ts';
import { LiveCoordinator, liveTransport } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };
/** cpu_utilization, the first field. */
const cpuUtilizationOf = (report: Buffer): number => report.readDoubleLE(1);

function trailersOf(coordinator: LiveCoordinator): Promise<Metadata> {
  return new Promise((resolve) => {
    const call = coordinator.executions.execute({ execution: { source } }, () => {});
    call.on('status', ({ metadata }) => resolve(metadata));
  });
}

test('a load report comes with each answer where that is asked for, and else not', async () => {
  for (const loadReportTrailers of [true, false]) {
    const transport = { ...liveTransport, loadReportTrailers };
    const coordinator = await LiveCoordinator.start({ transport });
    await coordinator.agent(() => ({ resultJson: '2' }));
    const reports = (await trailersOf(coordinator)).get(orcaTrailerKey);
    expect(reports).toHaveLength(loadReportTrailers ? 1 : 0);
  }
});

test('load reports come by a stream, the first at once', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  agent.heartbeat();
  while ((await coordinator.listNodes())[0]?.load?.cpuPermille !== 100);
  const same = (bytes: Buffer): Buffer => bytes;
  const definition = {
    path: orcaStreamPath,
    requestStream: false,
    responseStream: true,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
  const Client = makeClientConstructor({ streamCoreMetrics: definition }, 'OpenRcaService');
  const client = new Client(coordinator.address, credentials.createInsecure());
  onTestFinished(() => client.close());
  const reports = new Arrivals<Buffer>();
  const call = client.makeServerStreamRequest(orcaStreamPath, same, same, Buffer.of(0x0a, 2, 8, 1));
  call.on('data', (report: Buffer) => reports.add(report));
  call.on('error', () => {});
  onTestFinished(() => call.cancel());
  await reports.next();
  // A second later, and with what the node has said by then.
  expect(cpuUtilizationOf(await reports.next())).toBe(0.1);
});
