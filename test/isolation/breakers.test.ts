/**
 * Every program of breakers.ts through a real cluster: each gets its word in time, and a tenant
 * next door, on a host that was started before, notices nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { breakers } from './breakers.ts';

let cluster: OneMachineCluster;
let hostile: IsopodClient;
let neighbour: Neighbour;

beforeAll(async () => {
  cluster = await OneMachineCluster.start({ nodeAgentArgs: ['--hosts-max', '4'] });
  hostile = cluster.client({ tenantId: 'hostile' });
  neighbour = new Neighbour(cluster.client({ tenantId: 'neighbour' }));
  await neighbour.begin();
});

afterAll(async () => {
  await neighbour?.end();
  await cluster?.stop();
});

const clock = systemClock();

for (const { name, source, words, errorName, limits = {}, why } of breakers)
  test(`${name} ends with ${words.join(' or ')}: ${why}`, { timeout: 60_000 }, async () => {
    const beganMs = clock.nowMs();
    const { outcome } = await hostile.execute({ source, limits });
    const tookMs = clock.nowMs() - beganMs;
    expect(words, JSON.stringify(outcome)).toContain(outcome.word);
    if (errorName) expect(outcome.error?.name).toBe(errorName);
    expect(tookMs).toBeLessThan((limits.wallUsMax ?? 10_000_000) / 1000 + 500);
  });

test('the neighbour of all these had no failure while they ran', async () => {
  const words = new Set((await neighbour.end()).map(({ word }) => word));
  expect([...words]).toEqual(['SUCCEEDED']);
  expect(neighbour.runs).toBeGreaterThan(breakers.length);
});

/** A tenant that does honest work, one run after another, for as long as the others rage. */
class Neighbour {
  readonly #client: IsopodClient;
  readonly #outcomes: Outcome[] = [];
  #isEnding = false;
  #work: Promise<void> | undefined;

  constructor(client: IsopodClient) {
    this.#client = client;
  }

  get runs(): number {
    return this.#outcomes.length;
  }

  /** Resolves when its first run is done: its host was started before those of the others. */
  async begin(): Promise<void> {
    await this.#runOnce();
    this.#work = this.#runOn();
  }

  /** Resolves with everything it ran. Idempotent. */
  async end(): Promise<readonly Outcome[]> {
    this.#isEnding = true;
    await this.#work;
    return this.#outcomes;
  }

  async #runOn(): Promise<void> {
    while (!this.#isEnding) await this.#runOnce();
  }

  async #runOnce(): Promise<void> {
    const source = 'let sum = 0; for (let i = 0; i < 1e4; i++) sum += i; sum';
    const { outcome } = await this.#client.execute({ source });
    this.#outcomes.push(outcome);
  }
}
