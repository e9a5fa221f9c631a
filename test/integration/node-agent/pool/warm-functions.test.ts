import { expect, onTestFinished, test } from 'vitest';
import { HostedPrograms } from '../../../support/hosted-programs.ts';

const functions = 100;
const source = (index: number): string => `export default (n) => n * ${index};`;

test('a hundred functions stay warm in one host, and are not what it dies of', async () => {
  const node = await HostedPrograms.open({ hostsMax: 2 });
  onTestFinished(() => node.close());
  const callAll = async (): Promise<unknown[]> => {
    const ends: unknown[] = [];
    for (let index = 0; index < functions; index++) {
      const outcome = await node.run(source(index), { input: 3, isolation: 'POOLED' });
      ends.push([outcome.word, outcome.resultJson, outcome.usage.isWarm]);
    }
    return ends;
  };
  const all = (isWarm: boolean): unknown[] =>
    Array.from({ length: functions }, (_, index) => ['SUCCEEDED', String(3 * index), isWarm]);
  expect(await callAll()).toEqual(all(false));
  expect(await callAll()).toEqual(all(true));
  expect(node.judged).toEqual([]);
});
