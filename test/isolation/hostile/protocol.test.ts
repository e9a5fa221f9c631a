/**
 * Hosts that were taken over, against the agent that runs them: each act of hostile-host-acts.ts
 * ends with its word, the agent's memory stays bounded, and another tenant's hosts serve on.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HostProcess } from '../../../node-agent/pool/host-process.ts';
import type { Outcome } from '../../../shared/execution/outcome.ts';
import { HostedPrograms } from '../../support/hosted-programs.ts';
import { hostileActs } from '../../support/hosts/hostile-host-acts.ts';

const path = fileURLToPath(new URL('../../support/hosts/hostile-host.ts', import.meta.url));
const limits = { wallUsMax: 400_000, cpuUsMax: 300_000, resultBytesMax: 1e6 };
const megabyte = 2 ** 20;

let node: HostedPrograms;
let isOpen = false;
let honest: Promise<Set<string>>;
const ending = new AbortController();
const seen = new Set<HostProcess>();

beforeAll(async () => {
  node = await HostedPrograms.open({
    hostProgram: { path },
    hostsMax: 4,
    hostsPerTenantMax: 2,
    hostsSparesMin: 2,
  });
  isOpen = true;
  await node.run('honest', { tenantId: 'neighbour' });
  honest = serveOn();
});

afterAll(() => close());

async function close(): Promise<void> {
  ending.abort();
  await honest;
  if (isOpen) await node.close();
  isOpen = false;
}

/** What a tenant next door is answered, one run after another. */
async function serveOn(): Promise<Set<string>> {
  const answers = new Set<string>();
  while (!ending.signal.aborted) {
    const { word, resultJson } = await node.run('honest', { tenantId: 'neighbour' });
    answers.add(`${word} ${resultJson}`);
  }
  return answers;
}

const memoryBefore = process.memoryUsage.rss();

test.for(Object.entries(hostileActs))(
  'a host that was taken over says %s',
  { timeout: 60_000 },
  async ([name, { words, why }]) => {
    const outcome: Outcome = await node.run(name, { tenantId: 'hostile', limits });
    for (const host of node.hosts.keys()) seen.add(host);
    expect(words, `${why}: ${JSON.stringify(outcome)}`).toContain(outcome.word);
    expect(Object.values(outcome.usage).every((it) => it !== Number.POSITIVE_INFINITY)).toBe(true);
    expect(process.memoryUsage.rss() - memoryBefore).toBeLessThan(256 * megabyte);
  },
);

test('a tenant next door was answered rightly all the time', async () => {
  ending.abort();
  expect([...(await honest)]).toEqual(['SUCCEEDED "honest"']);
});

test('no host is left when the agent ends', async () => {
  for (const host of node.hosts.keys()) seen.add(host);
  const pids = [...seen].map((host) => host.pid);
  await close();
  expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
});
