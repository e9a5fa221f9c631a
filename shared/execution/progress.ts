/**
 * How far a program says that it is: the latest word counts, and what is overtaken before it is told
 * is dropped, so that no program floods whoever listens.
 */

/** Of one word, as JSON text. */
export const progressBytesMax = 64 * 1024;
/** So often a run is heard in the long run, and so many times at once. */
export const progressEveryMs = 50;
export const progressBurstMax = 10;
