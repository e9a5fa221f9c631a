/**
 * How busy the cluster is, as this coordinator tells its clients: with answers, where it is set to,
 * and by the stream that clients of gRPC can ask for. It is worked out anew a few times a second,
 * whoever asks.
 */
import { Metadata, type Server, type ServerWritableStream } from '@grpc/grpc-js';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import {
  encodeOrcaLoadReport,
  orcaStreamPath,
  orcaTrailerKey,
  readOrcaInterval,
} from '../../shared/wire/orca-codec.ts';
import { LatestWriter } from './latest-writer.ts';
import type { OpenWatches } from './open-watches.ts';

/** What the cluster has. */
interface LoadedNode {
  readonly runsMax: number;
  readonly load: { readonly cpuPermille: number };
}

interface LoadReportsParts {
  readonly nodes: { readonly active: readonly LoadedNode[] };
  /** Executions that were accepted and have no answer yet. */
  readonly unanswered: () => number;
  readonly clock: Clock;
}

const freshMs = 200;
/** What is this old counts for 1/e. */
const meanOverMs = 2_000;
const intervalMsMin = 1_000;
const intervalMsUsual = 30_000;

type ReportStream = ServerWritableStream<Buffer, Buffer>;

export class LoadReports {
  readonly #parts: LoadReportsParts;
  #answered = 0;
  #failed = 0;
  #queries = 0;
  #errors = 0;
  #madeAtMs: number;
  #report: Buffer;
  #trailer: Metadata;

  constructor(parts: LoadReportsParts) {
    this.#parts = parts;
    this.#madeAtMs = parts.clock.nowMs();
    this.#report = this.#encode();
    this.#trailer = trailerOf(this.#report);
  }

  /** An execution was answered, or has failed by the cluster's fault. */
  answered(isFault: boolean): void {
    this.#answered += 1;
    if (isFault) this.#failed += 1;
  }

  /** For the end of a call. */
  get trailer(): Metadata {
    this.#refresh();
    return this.#trailer;
  }

  get report(): Buffer {
    this.#refresh();
    return this.#report;
  }

  #refresh(): void {
    const nowMs = this.#parts.clock.nowMs();
    const elapsedMs = nowMs - this.#madeAtMs;
    if (elapsedMs < freshMs) return;
    const keep = Math.exp(-elapsedMs / meanOverMs);
    const perS = (1 - keep) * (1_000 / elapsedMs);
    this.#queries = this.#queries * keep + this.#answered * perS;
    this.#errors = this.#errors * keep + this.#failed * perS;
    this.#answered = 0;
    this.#failed = 0;
    this.#madeAtMs = nowMs;
    this.#report = this.#encode();
    this.#trailer = trailerOf(this.#report);
  }

  #encode(): Buffer {
    const { nodes, unanswered } = this.#parts;
    let [runsMax, cpuPermille] = [0, 0];
    for (const node of nodes.active) {
      runsMax += node.runsMax;
      cpuPermille += node.load.cpuPermille;
    }
    return encodeOrcaLoadReport({
      cpuUtilization: cpuPermille / 1_000 / Math.max(1, nodes.active.length),
      // Without nodes it is as full as can be.
      applicationUtilization: runsMax === 0 ? 1 : unanswered() / runsMax,
      queries: this.#queries,
      errors: this.#errors,
    });
  }
}

/** OpenRcaService, by which clients have reports without calls. */
export function addLoadReportService(
  server: Pick<Server, 'addService'>,
  reports: LoadReports,
  { clock, watches }: { readonly clock: Clock; readonly watches: OpenWatches },
): void {
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
  const stream = (call: ReportStream): void => {
    const askedMs = readOrcaInterval(call.request);
    const intervalMs = askedMs > 0 ? Math.max(intervalMsMin, askedMs) : intervalMsUsual;
    const writer = new LatestWriter(call, () => reports.report);
    let timer: Timer | undefined;
    const report = (): void => {
      timer = clock.setTimer(intervalMs, report);
      writer.changed();
    };
    if (watches.open(call, () => timer?.cancel())) report();
  };
  server.addService({ StreamCoreMetrics: definition }, { StreamCoreMetrics: stream });
}

function trailerOf(report: Buffer): Metadata {
  const metadata = new Metadata();
  metadata.set(orcaTrailerKey, report);
  return metadata;
}
