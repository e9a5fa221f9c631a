import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { systemClock } from '../../shared/time/system-clock.ts';
import { waitUntil } from '../support/wait-until.ts';

const agentProgram = fileURLToPath(
  new URL('../support/hosts/agent-of-spinning-hosts.ts', import.meta.url),
);

test('hosts that listen to nobody die with an agent that is killed', async () => {
  const agent = spawn(process.execPath, ['--no-node-snapshot', agentProgram], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(agent.stdout), 'line')) as [string];
  const pids = JSON.parse(line) as number[];
  expect(pids).toHaveLength(2);
  expect(pids.every((pid) => existsSync(`/proc/${pid}`))).toBe(true);
  agent.kill('SIGKILL');
  await once(agent, 'exit');
  const areGone = () => pids.every((pid) => !existsSync(`/proc/${pid}`));
  expect(await waitUntil(areGone, 5_000, systemClock())).toBe(true);
});
