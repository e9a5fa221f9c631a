#!/usr/bin/env node
/**
 * The `isopod` command as npm finds it. Isopod needs a newer Node than many machines have, and
 * brings it along as the package `node`; started by an older one, this file starts that one in its
 * place. Hence plain JavaScript that Node 20 understands.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The oldest that has all of what node-agents ask of it: node:ffi is one of its newest parts. */
const nodeMin = { major: 26, minor: 10 };
/** A look costs a microsecond. */
const shellCheckEveryMs = 250;
const programs = {
  coordinator: '../../coordinator/main.ts',
  'node-agent': '../../node-agent/main.ts',
  doctor: '../../node-agent/doctor.ts',
};

const given = process.argv.slice(2);
const asksForHelp = given[0] === 'help' && Object.hasOwn(programs, given[1] ?? '');
const [command, ...rest] = asksForHelp ? [given[1], '--help'] : given;
const isProgram = Object.hasOwn(programs, command ?? '');
const script = new URL(isProgram ? programs[command] : './main.ts', import.meta.url);
const args = isProgram ? rest : given;

// Compiling our own modules is half the work of a short run. The folder belongs to whoever installed
// Isopod; sandbox hosts get no environment, and so none of this.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('../../node_modules/.cache/isopod', import.meta.url),
);

if (process.env.npm_lifecycle_event === 'npx') endWithShell();
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > nodeMin.major || (major === nodeMin.major && minor >= nodeMin.minor)) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, fileURLToPath(script), ...args];
  // Node's advice on its own experiments is for developers.
  process.removeAllListeners('warning');
  await import(script.href);
} else {
  startWithOwnNode();
}

/**
 * npx starts this through a shell, and passes a signal on to that shell alone, which dies of it.
 * That the signal was meant for us shows in our having another parent.
 */
function endWithShell() {
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, shellCheckEveryMs);
  timer.unref();
}

function startWithOwnNode() {
  const node = ownNode();
  if (!node) {
    const needed = `Isopod needs Node ${nodeMin.major}.${nodeMin.minor} or later`;
    console.error(
      `${needed}, and its own is not installed: run npm ci (this is ${process.version})`,
    );
    process.exit(69);
  }
  // The pipe closes when this process is gone, however it ended; see shared/process.
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(script), ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      env: { ...process.env, [isProgram ? 'ISOPOD_PARENT_FD' : 'ISOPOD_LAUNCHER_FD']: '3' },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`Could not start ${node}: ${error.message}`);
    process.exit(69);
  });
  child.once('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

function ownNode() {
  try {
    const manifest = module.createRequire(import.meta.url).resolve('node/package.json');
    const node = join(dirname(manifest), 'bin/node');
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}
