/**
 * The program that host processes run, made into one text when the agent starts. Read from its
 * fifty files of TypeScript it would cost each host twice the processor time of its start, and a
 * third of its memory.
 *
 * It is kept in memory, sealed: nothing is left on a disk however the agent ends, and no host can
 * change what the next one runs.
 */
import { closeSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, stop } from 'esbuild';
import { createMemoryFile, sealMemoryFile } from '../kernel/memory-file.ts';
import type { HostScript } from './host-processes.ts';

const mainPath = fileURLToPath(new URL('../host/main.ts', import.meta.url));
const launcherPath = fileURLToPath(new URL('../host/run-bundle.cjs', import.meta.url));

/** Readable, for whoever meets it in a stack or a profile. */
export const hostBundleOptions = {
  entryPoints: [mainPath],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: `node${process.versions.node}`,
  charset: 'utf8',
  // A library of machine code; run-bundle.cjs finds it where it is installed.
  external: ['isolated-vm'],
  // What lies next to main.ts is read from there.
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(mainPath).href) },
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

export class HostProgram implements HostScript {
  readonly path = launcherPath;
  readonly descriptor: number;

  private constructor(text: string) {
    this.descriptor = createMemoryFile('isopod-host-program');
    writeFileSync(this.descriptor, text);
    sealMemoryFile(this.descriptor, 'content');
  }

  /** Bundles it, in a process of its own that has ended then. Rejects when it does not build. */
  static async bundle(): Promise<HostProgram> {
    try {
      const { outputFiles } = await build(hostBundleOptions);
      return new HostProgram(outputFiles[0]?.text ?? '');
    } finally {
      await stop();
    }
  }

  /** No host can be started any more; those that run have read it. */
  close(): void {
    closeSync(this.descriptor);
  }
}
