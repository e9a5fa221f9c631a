/**
 * The web platform's own test suite, where it needs no document: how much of what plain Node
 * passes passes here. Both are given the same programs.
 *
 * DIR is a checkout of web-platform-tests; a folder names a part of it, such as `url`.
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { inParallel } from '../in-parallel.ts';
import { type PlainEnd, PlainNode } from '../plain-node.ts';
import { Progress } from '../progress.ts';
import { ProgramComposer, type WptResult } from './compose-program.ts';
import { isForUs, readWptFile, type WptFile } from './wpt-file.ts';

/** What a guest can be expected to have. */
const usualFolders = [
  'url',
  'urlpattern',
  'encoding',
  'html/webappapis',
  'dom/abort',
  'dom/events',
  'streams',
  'WebCryptoAPI',
  'FileAPI',
  'compression',
  'fetch/api/headers',
  'console',
];
/** Of what plain Node passes, in each folder. */
const shareAsked = 0.95;
const second = 1_000_000;
const limits = {
  cpuUsMax: 120 * second,
  wallUsMax: 180 * second,
  memoryBytesMax: 512 * 2 ** 20,
  timersMax: 10_000,
};

interface Tally {
  passedInNode: number;
  passedHere: number;
  passedInBoth: number;
  readonly missing: string[];
}

/** Returns how many folders fall short. */
export async function runWpt(client: IsopodClient, folder: string, part?: string): Promise<number> {
  const folders = part === undefined ? usualFolders : [part];
  const composer = new ProgramComposer(folder);
  using node = new PlainNode(180_000);
  const runs = folders.flatMap((name) =>
    filesIn(folder, name).flatMap((file) =>
      file.variants.map((variant) => ({ name, file, variant })),
    ),
  );
  if (runs.length === 0) throw new Error(`Could not find a test in ${folder}: ${folders.join()}`);
  const tallies = new Map<string, Tally>(
    folders.map((name) => [name, { passedInNode: 0, passedHere: 0, passedInBoth: 0, missing: [] }]),
  );
  const progress = new Progress('wpt', runs.length, systemClock());
  const stream = client.openStream();
  await inParallel(availableParallelism(), runs, async ({ name, file, variant }) => {
    const program = { source: composer.compose(file, variant), kind: 'SCRIPT' } as const;
    const [here, there] = await Promise.all([
      stream.execute({ ...program, limits }),
      node.run(program),
    ]);
    const tally = tallies.get(name);
    if (tally) addTo(tally, `${file.path}${variant}`, here, there);
    progress.step();
  });
  stream.cancel();
  return report(tallies);
}

function filesIn(folder: string, name: string): WptFile[] {
  const paths = globSync(`${name}/**/*.any.js`, { cwd: folder }).toSorted();
  return paths.map((path) => readWptFile(folder, path)).filter(isForUs);
}

type End = Pick<PlainEnd, 'word' | 'resultJson'> & { readonly error?: PlainEnd['error'] };

function addTo(tally: Tally, title: string, here: End, there: End): void {
  const passedHere = passedIn(here);
  const passedThere = passedIn(there);
  tally.passedHere += passedHere.size;
  tally.passedInNode += passedThere.size;
  const messages = new Map(resultsOf(here).map(({ name, message }) => [name, message]));
  for (const name of passedThere) {
    if (passedHere.has(name)) tally.passedInBoth++;
    else {
      const { word, error } = here;
      const why = messages.get(name) ?? `${word} ${error?.name ?? ''} ${error?.message ?? ''}`;
      tally.missing.push(`${title}: ${name}: ${why}`);
    }
  }
}

/** By name; a second test of the same name counts on its own. */
function passedIn(end: End): Set<string> {
  const seen = new Map<string, number>();
  const passed = new Set<string>();
  for (const { name, status } of resultsOf(end)) {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (status === 0) passed.add(count === 1 ? name : `${name} #${count}`);
  }
  return passed;
}

function resultsOf({ word, resultJson }: End): WptResult[] {
  if (word !== 'SUCCEEDED' || resultJson === undefined) return [];
  return JSON.parse(resultJson) as WptResult[];
}

function report(tallies: ReadonlyMap<string, Tally>): number {
  let short = 0;
  for (const [name, { passedInNode, passedHere, passedInBoth }] of tallies) {
    const share = passedInNode === 0 ? 1 : passedInBoth / passedInNode;
    if (share < shareAsked) short++;
    process.stdout.write(
      `${name.padEnd(18)} ${String(passedInBoth).padStart(6)} of the ${passedInNode} that plain ` +
        `Node passes (${(share * 100).toFixed(1)} %), ${passedHere} in all\n`,
    );
  }
  for (const { missing } of tallies.values())
    for (const line of missing) process.stdout.write(`  ${line.slice(0, 300)}\n`);
  return short;
}
