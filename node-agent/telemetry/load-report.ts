/** What a heartbeat tells of this node. */
import type { NodeLoad } from '../../shared/wire/node-messages.ts';
import type { RunExecutor } from '../pool/run-request.ts';
import { MachineUse } from './machine-use.ts';

/** Counts are of 32 bits on the wire. */
const countModulus = 2 ** 32;

export class LoadReport {
  readonly #executor: RunExecutor;
  readonly #machine = new MachineUse();

  constructor(executor: RunExecutor) {
    this.#executor = executor;
  }

  read(): NodeLoad {
    const load = this.#executor.load();
    return {
      runsInFlight: load.runsExecuting + load.runsParked,
      runsWaiting: load.runsWaiting,
      hostsLive: load.hostsLive,
      hostsBusy: load.hostsBusy,
      cpuPermille: this.#machine.readPermille(),
      memoryBytes: process.memoryUsage.rss(),
      runsEnded: load.runsEnded % countModulus,
      runsFaulted: load.runsLost % countModulus,
    };
  }
}
