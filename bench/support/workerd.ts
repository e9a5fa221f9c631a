/**
 * workerd, Cloudflare's runtime, as a peer: one process whose main worker loads, for each request,
 * the worker that came with it, by the dynamic loader. Started as its documentation says, with no
 * more than it needs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type BenchContext, BenchError } from './bench.ts';

/** A worker that nobody has seen, and what it is called with. */
export interface WorkerCall {
  /** workerd keeps what it loaded under an id. */
  readonly id: string;
  /** A module whose default export has `fetch`. */
  readonly source: string;
  readonly inputJson: string;
}

export interface Workerd {
  readonly pid: number;
  /** Resolves with the body of the worker's answer. */
  call(call: WorkerCall): Promise<string>;
  stop(): Promise<void>;
}

const binary = fileURLToPath(new URL('../../node_modules/.bin/workerd', import.meta.url));
const controlDescriptor = 3;
const startMsMax = 10_000;
const callMsMax = 30_000;

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "main.js", esModule = embed "main.js")],
  compatibilityDate = "2026-11-01",
  bindings = [(name = "LOADER", workerLoader = ())],
);
`;

const mainWorker = `export default {
  async fetch(request, env) {
    const { id, source, inputJson } = await request.json();
    const worker = env.LOADER.get(id, async () => ({
      compatibilityDate: '2026-11-01',
      mainModule: 'guest.js',
      modules: { 'guest.js': source },
      globalOutbound: null,
    }));
    return worker.getEntrypoint().fetch('http://guest/', { method: 'POST', body: inputJson });
  },
};
`;

/** Throws where it is not there or does not start. */
export async function startWorkerd({ cleanup, clock }: BenchContext): Promise<Workerd> {
  const folder = await mkdtemp(join(tmpdir(), 'isopod-bench-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'config.capnp'), config);
  await writeFile(join(folder, 'main.js'), mainWorker);
  const control = `--control-fd=${controlDescriptor}`;
  const child = spawn(binary, ['serve', '--experimental', control, 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, which is what is ended: it may have been started by a script.
    detached: true,
  });
  const ended = endOf(child);
  const stop = async (): Promise<void> => {
    kill(child);
    await ended;
  };
  cleanup.defer(stop);
  const timer = clock.setTimer(startMsMax, () => kill(child));
  const port = await Promise.race([portOf(child), ended]);
  timer.cancel();
  if (typeof port === 'string') {
    throw new BenchError(`could not start workerd (npm's package workerd, ${binary}): ${port}`);
  }
  const connections = new Agent({ keepAlive: true });
  cleanup.defer(() => connections.destroy());
  return {
    pid: child.pid ?? 0,
    call: (call) => post(port, JSON.stringify(call), connections),
    stop,
  };
}

/** How it ended, for people. */
async function endOf(child: ChildProcess): Promise<string> {
  const complaints = text(child.stderr as Readable);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return `it ended with ${signal ?? code}: ${(await complaints).slice(0, 1_000)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Never settles where it does not say. */
async function portOf(child: ChildProcess): Promise<number> {
  const lines = createInterface({ input: child.stdio[controlDescriptor] as Readable });
  for await (const line of lines) {
    const { port } = JSON.parse(line) as { readonly port?: number };
    if (port !== undefined) return port;
  }
  return new Promise(() => {});
}

/** It ignores SIGTERM when it is busy. */
function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended in this very moment.
  }
}

function post(port: number, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method: 'POST', agent, timeout: callMsMax };
    const sent = request(options, (response) => {
      text(response).then((answer) => {
        if (response.statusCode === 200) resolve(answer);
        else reject(new BenchError(`workerd said ${response.statusCode}: ${answer.slice(0, 500)}`));
      }, reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${callMsMax} ms`)));
    sent.on('error', (cause) => reject(new BenchError(`workerd: ${cause.message}`, { cause })));
    sent.end(body);
  });
}
