import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

/** A cluster with a node that answers 7, and a folder with programs of one number each. */
async function scenario() {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({ resultJson: '7' }));
  const folder = mkdtempSync(join(tmpdir(), 'isopod-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return {
    file: (name: string, number: number): string => {
      writeFileSync(join(folder, name), `export default () => ${number};`);
      return join(folder, name);
    },
    isopod: async (...args: string[]) => {
      const terminal = capturedTerminal({ isForPeople: false });
      const interruption = new AbortController().signal;
      const status = await runCommandLine([...args, '--server', coordinator.address], {
        terminal,
        clock: systemClock(),
        interruption,
      });
      return { status, ...terminal.written };
    },
  };
}

test('isopod deploy prints what is then invoked, and says when it was there before', async () => {
  const { file, isopod } = await scenario();
  const deployed = await isopod('deploy', file('price.ts', 1));
  expect(deployed).toMatchObject({ status: 0, err: '' });
  expect(deployed.out).toMatch(/^price@[0-9a-f]{32}\n$/);
  const invoked = await isopod('invoke', deployed.out.trim(), '--input', '1');
  expect(invoked).toMatchObject({ status: 0, out: '7\n' });
  const again = await isopod('deploy', file('price.ts', 1), '--json');
  expect(JSON.parse(again.out)).toMatchObject({ isNew: false, function: { name: 'price' } });
});

test('isopod deploy --alias gives the new version its share of the calls', async () => {
  const { file, isopod } = await scenario();
  await isopod('deploy', file('price.ts', 1), '--alias', 'live,next');
  await isopod('deploy', file('price.ts', 2), '--alias', 'live=10');
  const { out } = await isopod('functions', 'show', 'price');
  const aliases = out.split('\n').map((line) => line.split(/ {2,}/).at(-1));
  expect(aliases).toEqual(['ALIASES', 'latest,live=10%', 'live=90%,next', '']);
});

test('isopod functions lists, leads aliases and deletes', async () => {
  const { file, isopod } = await scenario();
  const { out } = await isopod('deploy', file('price.ts', 1), '--name', 'fee');
  const version = out.trim().split('@')[1] ?? '';
  expect(await isopod('functions', 'alias', 'fee', 'live', version)).toMatchObject({ status: 0 });
  expect((await isopod('functions', 'list')).out).toContain('live');
  expect(await isopod('functions', 'delete', `fee@${version}`)).toMatchObject({
    status: 9,
    err: expect.stringContaining('FUNCTION_IN_USE'),
  });
  await isopod('functions', 'unalias', 'fee', 'live');
  await isopod('functions', 'delete', 'fee');
  expect((await isopod('functions', 'list')).out).toBe('No function is deployed.\n');
  const gone = await isopod('invoke', 'fee', '--json');
  expect(gone.status).toBe(9);
  expect(JSON.parse(gone.out)).toMatchObject({ error: { reason: 'FUNCTION_NOT_FOUND' } });
});

test.each(['price@', '@', 'price@a@b', 'price@live'])(
  'isopod functions delete does not take %s for all of the function',
  async (named) => {
    const { file, isopod } = await scenario();
    await isopod('deploy', file('price.ts', 1), '--alias', 'live');
    expect((await isopod('functions', 'delete', named)).status).toBe(64);
    expect((await isopod('functions', 'list')).out).toContain('price');
  },
);

test('isopod deploy, invoke and functions say what was typed wrongly', async () => {
  const { file, isopod } = await scenario();
  const path = file('price.ts', 1);
  expect((await isopod('deploy', path, '--alias', 'live=200')).status).toBe(64);
  expect((await isopod('deploy', join(path, 'not-there'))).status).toBe(64);
  expect((await isopod('invoke', 'price', '--input', '{')).status).toBe(64);
  expect((await isopod('invoke', 'price@')).status).toBe(64);
  expect((await isopod('functions', 'alias', 'price', 'live', 'v=x')).status).toBe(64);
  expect((await isopod('deploy', path, '--name', '9 lives')).status).toBe(64);
});
