/** What a heartbeat tells of this node. */
import type { NodeLoad } from '../../shared/wire/node-messages.ts';
import type { RunExecutor } from '../pool/run-request.ts';
import { MachineUse } from './machine-use.ts';

export class LoadReport {
  readonly #executor: RunExecutor;
  readonly #machine = new MachineUse();

  constructor(executor: RunExecutor) {
    this.#executor = executor;
  }

  read(): NodeLoad {
    const { hostsLive, hostsBusy, runsExecuting, runsParked, runsWaiting } = this.#executor.load();
    return {
      runsInFlight: runsExecuting + runsParked,
      runsWaiting,
      hostsLive,
      hostsBusy,
      cpuPermille: this.#machine.readPermille(),
      memoryBytes: process.memoryUsage.rss(),
    };
  }
}
