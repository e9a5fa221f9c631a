/** Hosts that cannot be started wholly: what was lent to them is lent again when they are gone. */
import { expect, test } from 'vitest';
import { HostProcesses } from '../../../../node-agent/pool/host-processes.ts';
import type { MemoryCeiling } from '../../../../node-agent/pool/memory-ceiling.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const clock = systemClock();

test('HostProcesses lends nothing of a process that it could not start until that is reaped', async () => {
  const slots: number[] = [];
  const pids: number[] = [];
  let closed = 0;
  const ceiling: MemoryCeiling = {
    admit(pid) {
      pids.push(pid);
      throw new Error('no ceiling');
    },
    setLimit() {},
    wasExceeded: () => false,
    close: () => closed++,
  };
  const processes = new HostProcesses({
    clock,
    // Whatever it is, it does not come to anything.
    hostProgram: { path: '/dev/null' },
    lockdown: 'best-effort',
    ceilings: {
      kind: 'resident-watch',
      open: ({ slot }) => {
        slots.push(slot);
        return ceiling;
      },
      close() {},
    },
    memoryBytesMax: 2 ** 30,
    startMsMax: 10_000,
  });
  const details: string[] = [];
  const listener = {
    frames() {},
    exited: ({ detail }: { detail: string }) => details.push(detail),
  };
  processes.start(listener);
  processes.start(listener);
  expect(slots).toEqual([0, 1]);
  expect(closed).toBe(0);
  await waitUntil(() => closed === 2, 10_000, clock);
  expect(pids.filter((pid) => isThere(pid))).toEqual([]);
  processes.start(listener);
  expect(slots).toEqual([0, 1, 0]);
  await waitUntil(() => closed === 3, 10_000, clock);
  expect(details).toEqual(['no ceiling', 'no ceiling', 'no ceiling']);
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
