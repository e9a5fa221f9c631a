import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

const functionsCount = 500;
const hotCount = 20;

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeAll(async () => {
  cluster = await OneMachineCluster.start();
  client = cluster.client();
}, 60_000);
afterAll(() => cluster.stop(), 60_000);

const nameOf = (index: number): string => `f${index}`;
const sourceOf = (index: number): string =>
  `let calls = 0; export default (n) => ({ answer: n + ${index}, calls: ++calls });`;

test('500 functions are called at random, each answers for itself, and hot ones stay warm', async () => {
  const indexes = Array.from({ length: functionsCount }, (_, index) => index);
  await Promise.all(
    indexes.map((index) => client.functions.deploy(nameOf(index), { source: sourceOf(index) })),
  );
  expect(await client.functions.list()).toHaveLength(functionsCount);
  const random = seededRandom(4);
  const stream = client.openStream();
  const hot = { calls: 0, warm: 0 };
  for (let batch = 0; batch < 150; batch++) {
    const calls = Array.from({ length: 20 }, async () => {
      // Four of five calls are for one of the hot ones.
      const isHot = random.next() < 0.8;
      const index = Math.floor(random.next() * (isHot ? hotCount : functionsCount));
      const outcome = await stream.execute({ function: nameOf(index), inputJson: '1000' });
      expect(outcome.word).toBe('SUCCEEDED');
      expect(JSON.parse(outcome.resultJson ?? 'null')).toMatchObject({ answer: 1_000 + index });
      // Once each of them had its first calls.
      if (batch < 30 || index >= hotCount) return;
      hot.calls++;
      if (outcome.usage.isWarm) hot.warm++;
    });
    await Promise.all(calls);
  }
  await stream.end();
  expect(hot.calls).toBeGreaterThan(1_000);
  expect(hot.warm / hot.calls).toBeGreaterThan(0.9);
}, 120_000);

test('a version is never changed under its callers while others are deployed', async () => {
  const { version } = await client.functions.deploy('same', { source: 'export default () => 0;' });
  await client.functions.setAlias('same', 'live', [{ version, weight: 1 }]);
  const deploying = (async () => {
    for (let number = 1; number <= 30; number++)
      await client.functions.deploy('same', { source: `export default () => ${number};` });
  })();
  const stream = client.openStream();
  for (let round = 0; round < 30; round++) {
    const named = [`same@${version}`, 'same@live', 'same'];
    const outcomes = await Promise.all(named.map((called) => stream.execute({ function: called })));
    expect(outcomes.slice(0, 2).map(({ resultJson }) => resultJson)).toEqual(['0', '0']);
    expect(outcomes[2]?.word).toBe('SUCCEEDED');
  }
  await deploying;
  await stream.end();
}, 60_000);
