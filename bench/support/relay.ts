/**
 * What a call out of the sandbox is compared with: the same four processes in a row (client,
 * coordinator, agent, child on a socket), which do nothing but pass a message on.
 */
import { Client, type ClientDuplexStream, credentials } from '@grpc/grpc-js';
import { type BenchContext, BenchError } from './bench.ts';
import { type CpuGauge, descendantsGauge, processGauge } from './cpu-meter.ts';
import { startProgram } from './program.ts';
import { readRelayMessage, relayKinds, relayMessage, relayService } from './relay-message.ts';

export class Relay {
  readonly gauges: readonly CpuGauge[];
  readonly #stream: ClientDuplexStream<Buffer, Buffer>;
  #finish: (count: number) => void = () => {};
  #fail: (error: Error) => void = () => {};
  #replies = 0;

  private constructor(client: Client, gauges: readonly CpuGauge[]) {
    this.gauges = gauges;
    const { path, requestSerialize, responseDeserialize } = relayService.Client;
    this.#stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
    this.#stream.on('data', (message: Buffer) => this.#receive(message));
    this.#stream.on('error', (error: Error) => this.#fail(error));
  }

  static async start(context: BenchContext): Promise<Relay> {
    const coordinator = await startProgram(
      { name: 'the relay', script: 'bench/support/relay-coordinator.ts' },
      context,
    );
    const address = `127.0.0.1:${coordinator.port}`;
    const args = ['--coordinator', address];
    const agent = await startProgram(
      { name: "the relay's agent", script: 'bench/support/relay-agent.ts', args },
      context,
    );
    const client = new Client(address, credentials.createInsecure(), { 'grpc.enable_channelz': 0 });
    context.cleanup.defer(() => client.close());
    return new Relay(client, [
      processGauge('relay_coordinator', coordinator.pid),
      processGauge('relay_agent', agent.pid),
      descendantsGauge('relay_child', agent.pid),
    ]);
  }

  /** Has the child ask `count` times, one after the other, and answers each. */
  async ask(count: number): Promise<void> {
    this.#replies = 0;
    const replies = await new Promise<number>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
      this.#stream.write(relayMessage(relayKinds.start, count));
    });
    if (replies !== count)
      throw new BenchError(`could not trust the relay: ${replies} of ${count} were asked`);
  }

  #receive(message: Buffer): void {
    const { kind } = readRelayMessage(message);
    if (kind === relayKinds.done) return this.#finish(this.#replies);
    this.#replies++;
    this.#stream.write(relayMessage(relayKinds.reply));
  }
}
