import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeAnnouncement } from '../../../../../node-agent/frames/announcement.ts';
import { Announcer } from '../../../../../node-agent/host/link/announcer.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';

let folder = '';
let descriptor = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isopod-announcer-'));
  descriptor = openSync(join(folder, 'page'), 'w+');
});
afterEach(() => {
  closeSync(descriptor);
  rmSync(folder, { recursive: true });
});

function read() {
  const page = readFileSync(join(folder, 'page'));
  return decodeAnnouncement(new DataView(page.buffer, page.byteOffset, page.length));
}

test('Announcer writes who is entered, that it lives, and that nobody is in', async () => {
  const clock = new VirtualClock({ nowMs: 10 });
  const announcer = new Announcer(clock, descriptor);
  announcer.announce(5, 20, 30);
  const entered = { runId: 5, enteredAtMs: 10, cpuUsBefore: 20, processCpuUsAtEntry: 30 };
  expect(read()).toEqual({ ...entered, pulseAtMs: 10 });
  await clock.advance(50);
  announcer.pulse();
  expect(read()).toEqual({ ...entered, pulseAtMs: 60 });
  announcer.clear();
  expect(read()).toMatchObject({ runId: 0, pulseAtMs: 60 });
});
