/** Streams that end only when somebody goes: their clients, or this coordinator. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { toServiceError } from './call-errors.ts';

/** A call whose answers are a stream. */
interface Watch {
  emit(event: 'error', error: Error): unknown;
  on(event: 'cancelled' | 'error', listener: () => void): unknown;
}

/** Who opens more of them than that has lost count. */
const watchesMax = 1_000;

export class OpenWatches {
  readonly #watches = new Set<Watch>();

  /** `closed` is called when it is over. Returns false for one too many, which has ended then. */
  open(call: Watch, closed: () => void): boolean {
    if (this.#watches.size >= watchesMax) {
      const message = `Could not watch: ${watchesMax} watch already`;
      call.emit('error', toServiceError(new IsopodError('TOO_MANY_WATCHES', message)));
      return false;
    }
    this.#watches.add(call);
    const close = (): void => {
      if (this.#watches.delete(call)) closed();
    };
    call.on('cancelled', close);
    call.on('error', close);
    return true;
  }

  /** The coordinator goes: they shall watch another. */
  close(): void {
    const error = new IsopodError(
      'SHUTTING_DOWN',
      'Could not go on: this coordinator is shutting down',
    );
    for (const call of [...this.#watches]) call.emit('error', toServiceError(error));
  }
}
