/** A coordinator that is killed in the middle of deployments has every one that it has answered. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { FileFunctionStore } from '../../../coordinator/functions/file-function-store.ts';
import { DataFolder } from '../../../coordinator/storage/data-folder.ts';
import { seededRandom } from '../../../shared/random/random.ts';
import type { Change, ChangeLine } from '../../support/deploying-process.ts';

const program = fileURLToPath(new URL('../../support/deploying-process.ts', import.meta.url));
const rounds = 10;
const linesMax = 120;

/** Of one function, the text of each version; empty for one that is not there. */
type Texts = Readonly<Record<string, string>>;
type Functions = Map<string, Texts>;

/** Killed once it has said so much; what it has said by then counts, to the last word. */
async function linesUntilKilled(folder: string, round: number, count: number) {
  const args = [program, folder, `${round}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: ChangeLine[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(JSON.parse(line) as ChangeLine);
    if (lines.length === count) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return lines;
}

function changed(before: Texts, { deployed, deletedVersion }: Change): Texts {
  if (deployed) return { ...before, [deployed.version]: deployed.source };
  if (deletedVersion === undefined) return {};
  return Object.fromEntries(Object.entries(before).filter(([it]) => it !== deletedVersion));
}

async function readAll(folder: string): Promise<Functions> {
  const data = await DataFolder.open(folder);
  const store = await FileFunctionStore.open(data);
  const found: Functions = new Map();
  for (const { name, versions, latestVersion } of await store.list('acme', '', 100)) {
    const texts: Record<string, string> = {};
    for (const { version } of versions) {
      const kept = await store.version('acme', name, version);
      texts[version] = kept?.program.source ?? '';
    }
    expect(texts).toHaveProperty(latestVersion);
    const files = readdirSync(join(folder, 'functions', 'acme', name, 'versions'));
    expect(files.toSorted()).toEqual(versions.map((it) => `${it.version}.json`).toSorted());
    found.set(name, texts);
  }
  await store.close();
  data.close();
  return found;
}

test('functions that were answered are there, however often the coordinator is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const random = seededRandom(7);
  let before: Functions = new Map();
  let unanswered = 0;
  for (let round = 0; round < rounds; round++) {
    const answered = new Map(before);
    const begun = new Map<string, Change>();
    const count = 1 + Math.floor(random.next() * linesMax);
    for (const { state, change } of await linesUntilKilled(folder, round, count)) {
      const { name } = change;
      if (state === 'begun') begun.set(name, change);
      else {
        begun.delete(name);
        answered.set(name, changed(answered.get(name) ?? {}, change));
      }
    }
    const found = await readAll(folder);
    for (const [name, expected] of answered) {
      const change = begun.get(name);
      const there = found.get(name) ?? {};
      // What was under way has been done, or it has not, and nothing in between.
      expect(change ? [expected, changed(expected, change)] : [expected]).toContainEqual(there);
      begun.delete(name);
      unanswered += change ? 1 : 0;
    }
    before = found;
  }
  expect(before.size).toBeGreaterThan(0);
  expect(unanswered).toBeGreaterThan(0);
}, 120_000);
