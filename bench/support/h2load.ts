/**
 * h2load, which drives unary gRPC calls at the least cost to the machine. It knows HTTP only: a
 * call that failed with a gRPC status looks to it like one that went well, except that there is
 * no message in the answer. So the bytes of the answers' messages are handed back, for the caller
 * to compare with what right answers have.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { BenchError } from './bench.ts';

interface H2loadOptions {
  readonly port: number;
  /** `/package.Service/Method`. */
  readonly path: string;
  /** The request, serialized. */
  readonly message: Uint8Array;
  readonly calls: number;
}

export interface H2loadResult {
  readonly callsPerS: number;
  /** Of all answers together, frame headers of gRPC included. */
  readonly messageBytes: number;
  readonly latenciesMs: readonly number[];
}

const connections = 4;
const streamsPerConnection = 16;

/** Ends with `signal`. */
export async function runH2load(
  { port, path, message, calls }: H2loadOptions,
  signal: AbortSignal,
): Promise<H2loadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'isopod-bench-'));
  try {
    const bodyFile = join(folder, 'body.bin');
    const logFile = join(folder, 'requests.tsv');
    await writeFile(bodyFile, grpcFrame(message));
    const output = await outputOf(
      [
        ['-n', String(calls), '-c', String(connections), '-m', String(streamsPerConnection)],
        ['-t', '1', '-d', bodyFile, `--log-file=${logFile}`],
        ['-H', 'content-type: application/grpc', '-H', 'te: trailers'],
        [`http://127.0.0.1:${port}${path}`],
      ].flat(),
      signal,
    );
    const result = parseH2loadOutput(output, calls);
    return { ...result, latenciesMs: parseRequestLog(await readFile(logFile, 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws unless every call was answered over HTTP. */
export function parseH2loadOutput(
  output: string,
  calls: number,
): Omit<H2loadResult, 'latenciesMs'> {
  const numberIn = (pattern: RegExp): number => Number(pattern.exec(output)?.[1]);
  const succeeded = numberIn(/, (\d+) succeeded,/);
  if (succeeded !== calls)
    throw new BenchError(`could not count on h2load: of ${calls} calls it says\n${output.trim()}`);
  return {
    callsPerS: numberIn(/finished in [^,]+, ([\d.]+) req\/s/),
    messageBytes: numberIn(/\((\d+)\) data$/m),
  };
}

/** Columns: start, HTTP status, microseconds to the end of the answer. */
function parseRequestLog(log: string): number[] {
  const lines = log.trimEnd().split('\n');
  return lines.map((line) => Number(line.slice(line.lastIndexOf('\t') + 1)) / 1000);
}

/** Length-prefixed as gRPC has it: not compressed, four bytes of length, the message. */
function grpcFrame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

async function outputOf(args: readonly string[], signal: AbortSignal): Promise<string> {
  const child = spawn('h2load', args, { stdio: ['ignore', 'pipe', 'inherit'], signal });
  const exit = new Promise<void>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        new BenchError(
          `could not run h2load: ${cause.message}; bench/README.md says how to get it`,
          { cause },
        ),
      ),
    );
    child.once('close', (code, killedBy) =>
      code === 0 ? resolve() : reject(new BenchError(`h2load ended with ${code ?? killedBy}`)),
    );
  });
  const [output] = await Promise.all([text(child.stdout), exit]);
  return output;
}
