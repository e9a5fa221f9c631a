/** Where a host's frames go. */
import type { FrameFromHost } from '../../frames/frame.ts';

export interface FrameSink {
  /** Queues a frame; it goes out at the end of this turn of the event loop at the latest. */
  send(frame: FrameFromHost): void;
  /** Hands over to the system what is queued. */
  flush(): void;
  /** The agent reads too slowly: nothing new should be begun until `drained`. */
  readonly isCongested: boolean;
}
