import { expect, onTestFinished, test } from 'vitest';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

const modules = {
  'lib/tax.ts': 'export const rate: number = 2',
  'rates.json': '{}',
  'logo.png': new Uint8Array([1, 2, 3]),
};
const asRead = [
  { path: 'lib/tax.ts', kind: 'TYPESCRIPT', text: 'export const rate: number = 2' },
  { path: 'rates.json', kind: 'JSON', text: '{}' },
  { path: 'logo.png', kind: 'BYTES', text: 'AQID' },
];

async function start() {
  const coordinator = await LiveCoordinator.start();
  const client = new IsopodClient(coordinator.address);
  onTestFinished(() => client.close());
  return { client, agent: await coordinator.agent(() => ({ resultJson: '7' })) };
}

test('what a program can import reaches its node, by unary call, by stream and as a function', async () => {
  const { client, agent } = await start();
  await client.execute({ source: 'unary', modules });
  expect((await agent.runs.next()).execution.program.modules).toEqual(asRead);
  const stream = client.openStream();
  await stream.execute({ source: 'streamed', modules });
  expect((await agent.runs.next()).execution.program.modules).toEqual(asRead);
  await stream.end();
  await client.functions.deploy('price', { source: 'deployed', modules });
  await client.execute({ function: 'price' });
  expect((await agent.runs.next()).execution.program.modules).toEqual(asRead);
});

test('programs that differ in a module alone are two programs, and two versions of a function', async () => {
  const { client, agent } = await start();
  const other = { ...modules, 'rates.json': '{"de":1}' };
  await client.execute({ source: '1', modules });
  await client.execute({ source: '1', modules: other });
  const hashes = [
    (await agent.runs.next()).execution.program.hash,
    (await agent.runs.next()).execution.program.hash,
  ];
  expect(new Set(hashes).size).toBe(2);
  const first = await client.functions.deploy('price', { source: '1', modules });
  const second = await client.functions.deploy('price', { source: '1', modules: other });
  const again = await client.functions.deploy('price', { source: '1', modules });
  expect([first.isNew, second.isNew, again.isNew]).toEqual([true, true, false]);
});

test('modules that cannot be are refused by name', async () => {
  const { client } = await start();
  const refused = client.execute({ source: '1', modules: { '../x.js': '' } });
  await expect(refused).rejects.toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'source.modules[0].path' }],
  });
});
