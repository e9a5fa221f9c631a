/**
 * What a client sends a program while that runs. Inside the cluster it is a tool, which the
 * coordinator serves: the program calls it for more, waits, and gets what its client has sent. So it
 * waits as one that has called does, and nobody keeps what it has not asked for but the coordinator.
 */

/** No tool of a client's can have this name. The reply is text, as JSON; none is the end. */
export const stdinCallName = '<stdin>';

/** How far a client may be ahead of what its program has read. */
export const stdinAheadBytesMax = 256 * 1024;
/** The same of all programs of one stream together. */
export const stdinAheadOnStreamBytesMax = 32 * 1024 * 1024;
