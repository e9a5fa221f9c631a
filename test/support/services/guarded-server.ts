/**
 * A server process with a private folder, both gone after stop() and both gone when the test's
 * own process dies, by whatever signal: guardian.sh waits for the end of a pipe that we hold.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { waitUntil } from '../wait-until.ts';

const guardianScript = fileURLToPath(new URL('guardian.sh', import.meta.url));
const readyMsMax = 30_000;

export interface ServerStart {
  /** Made for this server alone; removed with it. */
  readonly folder: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Ends the server at once, cleaning up what it keeps outside the folder. */
  readonly endSignal: 'TERM' | 'QUIT';
  /** Whether it answers, by trying. */
  readonly isReady: () => Promise<boolean>;
}

export class GuardedServer {
  readonly #guardian: ChildProcessByStdio<Writable, null, Readable>;
  /** Settles with the last lines that the server wrote. */
  readonly #ended: Promise<string>;
  #hasEnded = false;

  private constructor({ folder, command, endSignal }: ServerStart) {
    this.#guardian = spawn('/bin/sh', [guardianScript, folder, endSignal, ...command], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // Its own session: an interrupt typed at the tests is not for it.
      detached: true,
      env: serverEnvironment(),
    });
    const lastLines = text(this.#guardian.stderr);
    this.#ended = once(this.#guardian, 'close').then(() => {
      this.#hasEnded = true;
      return lastLines;
    });
    this.#guardian.unref();
  }

  /** Settles when the server answers; rejects with its last words when it ends before. */
  static async start(start: ServerStart): Promise<GuardedServer> {
    const server = new GuardedServer(start);
    const isUp = await waitUntil(
      async () => server.#hasEnded || (await start.isReady()),
      readyMsMax,
      systemClock(),
    );
    if (isUp && !server.#hasEnded) return server;
    const reason = server.#hasEnded ? 'it ended' : `not ready after ${readyMsMax / 1000} s`;
    await server.stop();
    throw new Error(
      `could not start a server in ${start.folder}: ${reason}\n${await server.#ended}`,
    );
  }

  /** Idempotent. */
  async stop(): Promise<void> {
    this.#guardian.stdin.destroy();
    await this.#ended;
  }
}

/** Nothing of ours may steer the server, but for the mark that finds what a run leaves behind. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, ISOPOD_TEST_RUN } = process.env;
  return { PATH, ISOPOD_TEST_RUN, LC_ALL: 'C' };
}
