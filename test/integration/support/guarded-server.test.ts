import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { findLeftProcesses } from '../../support/left-processes.ts';
import { GuardedServer } from '../../support/services/guarded-server.ts';
import { startOnFreePort } from '../../support/services/start-on-free-port.ts';
import { waitUntil } from '../../support/wait-until.ts';

const holder = fileURLToPath(new URL('../../support/services/hold-servers.ts', import.meta.url));
const privateFolder = (): string => mkdtempSync(join(tmpdir(), 'isopod-guarded-'));

test('GuardedServer takes the folder and the process away when it is stopped', async () => {
  const folder = privateFolder();
  const server = await GuardedServer.start({
    folder,
    command: ['/bin/sh', '-c', 'echo up > "$0/up"; sleep 1000 & wait', folder],
    endSignal: 'TERM',
    isReady: () => Promise.resolve(existsSync(join(folder, 'up'))),
  });
  const running = () => processesWith(folder);
  expect(running()).not.toEqual([]);

  await server.stop();
  expect(existsSync(folder)).toBe(false);
  // Every process has its signal; the kernel may take a moment over it.
  expect(await waitUntil(() => running().length === 0, 5_000, systemClock())).toBe(true);
});

test('GuardedServer says the last words of a server that ends before it is ready', async () => {
  const folder = privateFolder();
  const start = GuardedServer.start({
    folder,
    command: ['/bin/sh', '-c', 'echo no room left; exit 3'],
    endSignal: 'TERM',
    isReady: () => Promise.resolve(false),
  });
  await expect(start).rejects.toThrow(/it ended\nno room left/);
  expect(existsSync(folder)).toBe(false);
});

test('startOnFreePort asks for another port when one was taken in the meantime', async () => {
  const asked: number[] = [];
  const port = await startOnFreePort((free) => {
    asked.push(free);
    return asked.length === 1
      ? Promise.reject(new Error('bind: Address already in use'))
      : Promise.resolve(free);
  });
  expect(asked).toHaveLength(2);
  expect(port).toBe(asked[1]);
});

test('servers and folders are gone after the test process that had them was killed', async () => {
  // A temporary folder of its own shows what is left in it.
  const temporary = privateFolder();
  const mark = { variable: 'ISOPOD_TEST_RUN', value: `killed-${process.pid}` };
  const child = spawn(process.execPath, [holder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary, [mark.variable]: mark.value },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(temporary, { recursive: true, force: true, maxRetries: 10 });
  });
  const marked = () => findLeftProcesses(mark, temporary, process.pid);
  // Both servers' addresses; an iterator, as both lines may come at once.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  await lines.next();
  expect(readdirSync(temporary)).toHaveLength(2);
  expect(marked().length).toBeGreaterThan(2);

  child.kill('SIGKILL');
  await once(child, 'exit');
  const isGone = () => marked().length === 0 && readdirSync(temporary).length === 0;
  expect(await waitUntil(isGone, 15_000, systemClock())).toBe(true);
});

function processesWith(word: string): string[] {
  const everyProcess = { variable: 'ISOPOD_TEST_RUN', value: process.env['ISOPOD_TEST_RUN'] ?? '' };
  return findLeftProcesses(everyProcess, '/nonexistent', process.pid)
    .map(({ command }) => command)
    .filter((command) => command.includes(word));
}
