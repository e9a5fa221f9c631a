/**
 * Learns from the first host that is ready how hosts are locked down on this machine, or from the
 * first that never is why they cannot be. A factory of hosts around another.
 */
import type { HostFactory, HostListener, HostPort } from './host-port.ts';

/** What a host says of itself when it is ready. */
export interface HostPosture {
  readonly layers: readonly string[];
  readonly v8Version: string;
}

export class PostureWitness implements HostFactory {
  readonly #factory: HostFactory;
  readonly #first = Promise.withResolvers<HostPosture>();

  constructor(factory: HostFactory) {
    this.#factory = factory;
  }

  /** Rejects when the first host ended before it was ready. */
  get first(): Promise<HostPosture> {
    return this.#first.promise;
  }

  start(listener: HostListener): HostPort {
    return this.#factory.start({
      frames: (frames) => {
        const [first] = frames;
        if (first?.name === 'ready') this.#first.resolve(first);
        listener.frames(frames);
      },
      exited: (exit) => {
        const words = exit.detail || exit.signal || `status ${exit.exitCode}`;
        this.#first.reject(new Error(`Could not start a sandbox host: ${words}`));
        listener.exited(exit);
      },
    });
  }
}
