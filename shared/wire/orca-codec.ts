/**
 * Load reports as clients of gRPC understand them (gRFC A51, `xds.data.orca.v3.OrcaLoadReport`), for
 * their weighted round robin between coordinators.
 */
import { ProtoReader } from './proto-reader.ts';
import { ProtoWriter } from './proto-writer.ts';

export interface OrcaLoadReport {
  /** From 0; above 1 where more is asked for than there is. */
  readonly cpuUtilization: number;
  readonly applicationUtilization: number;
  /** A second. */
  readonly queries: number;
  readonly errors: number;
}

/** The trailer that carries one. */
export const orcaTrailerKey = 'endpoint-load-metrics-bin';
export const orcaStreamPath = '/xds.service.orca.v3.OpenRcaService/StreamCoreMetrics';

/** Fields by their numbers, with the wire type of doubles. */
const tags = { cpuUtilization: 0x09, queries: 0x31, errors: 0x39, applicationUtilization: 0x49 };
const reportIntervalTag = 0x0a;
const secondsTag = 0x08;
const nanosTag = 0x10;

const writer = new ProtoWriter();

export function encodeOrcaLoadReport(report: OrcaLoadReport): Buffer {
  writer.start();
  for (const name of ['cpuUtilization', 'queries', 'errors', 'applicationUtilization'] as const)
    writer.double(tags[name], report[name]);
  return writer.finish();
}

/** How often an OrcaLoadReportRequest asks for reports, in milliseconds; 0 where it does not say. */
export function readOrcaInterval(request: Buffer): number {
  const reader = new ProtoReader(request);
  let intervalMs = 0;
  while (reader.hasMore) {
    const tag = reader.uint32();
    if (tag === reportIntervalTag) intervalMs = readDurationMs(reader);
    else reader.skip(tag);
  }
  return intervalMs;
}

function readDurationMs(reader: ProtoReader): number {
  const outer = reader.enter();
  let [seconds, nanos] = [0, 0];
  while (reader.hasMore) {
    const tag = reader.uint32();
    if (tag === secondsTag) seconds = reader.int64();
    else if (tag === nanosTag) nanos = reader.int32();
    else reader.skip(tag);
  }
  reader.leave(outer);
  return seconds * 1_000 + nanos / 1e6;
}
