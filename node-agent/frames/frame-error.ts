/** The peer said something that is no frame. The connection it came from is beyond trust. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}
