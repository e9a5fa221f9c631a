import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { readyLine } from '../../../../shared/process/ready-line.ts';

/** A program that says that it is ready on 3, and lives until 4 ends. */
const program = `
  import { endWithParent } from './shared/process/end-with-parent.ts';
  import { readyLine } from './shared/process/ready-line.ts';
  const alive = setInterval(() => {}, 60_000);
  endWithParent(4, () => { clearInterval(alive); console.log('parent is gone'); });
  readyLine(3, { event: 'listening', port: 7 });
`;

function startProgram(): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: join(import.meta.dirname, '../../../..'),
    stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('a program says on its own descriptor that it is ready, and closes it', async () => {
  const child = startProgram();
  expect(await text(child.stdio[3] as Readable)).toBe('{"event":"listening","port":7}\n');
});

test('a program notices the end of the one that started it', async () => {
  const child = startProgram();
  const written = text(child.stdout as Readable);
  await once(child.stdio[3] as Readable, 'data');
  (child.stdio[4] as Duplex).destroy();
  await once(child, 'exit');
  expect(await written).toBe('parent is gone\n');
});

test('readyLine writes one line, and does nothing where nobody asked or is left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-ready-line-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'ready');
  const fd = openSync(path, 'w');
  readyLine(fd, { event: 'joined' });
  expect(readFileSync(path, 'utf8')).toBe('{"event":"joined"}\n');
  expect(() => closeSync(fd)).toThrow('EBADF');
  readyLine(undefined, { event: 'joined' });
  readyLine(1023, { event: 'joined' });
});

test('runUntilTold ends with status 0 after an orderly stop, and shows a stop that failed', async () => {
  const endOf = async (stop: string): Promise<readonly [number | null, string]> => {
    const source = `
      import { runUntilTold } from './shared/process/run-until-told.ts';
      setInterval(() => {}, 60_000);
      runUntilTold({ parentFd: undefined, stop: async () => { ${stop} } });
      console.log('up');
    `;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
      cwd: join(import.meta.dirname, '../../../..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const written = text(child.stderr);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    await once(child, 'exit');
    return [child.exitCode, await written];
  };
  expect(await endOf('')).toEqual([0, '']);
  const [exitCode, written] = await endOf("throw new Error('hosts are left')");
  expect(exitCode).toBe(1);
  expect(written).toContain('Error: hosts are left');
});

test('a program that ends by itself ends with status 0, and does not take a signal for a second one', async () => {
  const source = `
    import { runUntilTold } from './shared/process/run-until-told.ts';
    const stopping = Promise.withResolvers();
    setInterval(() => undefined, 60_000); // A program with nothing to wait for would just end.
    const end = runUntilTold({
      parentFd: undefined,
      stop: async (why) => { console.log(why); await stopping.promise; },
    });
    process.on('SIGTERM', () => setImmediate(() => stopping.resolve()));
    end('age');
    end('age');
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    cwd: join(import.meta.dirname, '../../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(String(said)).toBe('age\n');
  expect(child.exitCode).toBe(0);
});
