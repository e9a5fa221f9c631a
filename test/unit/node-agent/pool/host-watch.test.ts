import { expect, test } from 'vitest';
import type { Announcement } from '../../../../node-agent/frames/announcement.ts';
import { CodeRecord } from '../../../../node-agent/pool/code-history.ts';
import type { HostPort } from '../../../../node-agent/pool/host-port.ts';
import { HostWatch, type Sighting } from '../../../../node-agent/pool/host-watch.ts';
import { newPlacement, type Placement, Run } from '../../../../node-agent/pool/run.ts';
import { defaultLimits } from '../../../../shared/execution/limits.ts';

const nobody: Announcement = {
  runId: 0,
  enteredAtMs: 0,
  cpuUsBefore: 0,
  processCpuUsAtEntry: 0,
  pulseAtMs: 0,
};

class Watched {
  page: Announcement | undefined = nobody;
  processCpuUs = 100_000;
  readonly watch = new HostWatch(1_000);
  readonly placement: Placement;

  constructor() {
    const code = new CodeRecord('hash');
    const program = {
      hash: 'hash',
      source: '',
      kind: 'AUTO',
      language: 'JAVASCRIPT',
      fileName: 'm.js',
    } as const;
    const run = new Run(
      { tenantId: 't', program, limits: defaultLimits, isolation: 'FRESH', isIdempotent: false },
      { logs() {}, ended() {} },
      code,
      900,
      Number.POSITIVE_INFINITY,
    );
    this.placement = newPlacement({
      host: { requestStop() {}, reply() {}, fetchReply() {} },
      run,
      runId: 1,
      mode: 'THREAD',
      code: {
        codeId: 1,
        record: code,
        chars: 0,
        uses: 1,
        wasUsed: true,
        isWarm: false,
        heapBytes: 0,
      },
      sentAtMs: 1_000,
    });
    run.phase = { name: 'placed', placement: this.placement };
  }

  /** What a look finds at this time, with this much processor time used in all. */
  look(nowMs: number, processCpuUs: number): Sighting {
    const port = {
      announcement: () => this.page,
      cpuUs: () => processCpuUs,
    } as Partial<HostPort> as HostPort;
    return this.watch.look(port, (id) => (id === 1 ? this.placement : undefined), nowMs);
  }
}

const entered: Announcement = {
  runId: 1,
  enteredAtMs: 1_010,
  cpuUsBefore: 2_000,
  processCpuUsAtEntry: 100_000,
  pulseAtMs: 1_010,
};

test('HostWatch accounts for the announced run from its entry', () => {
  const watched = new Watched();
  watched.page = entered;
  const { executing } = watched.look(1_060, 140_000);
  expect(executing).toMatchObject({ wallMs: 50, cpuUs: 42_000, isAbandoned: false });
});

test('HostWatch does not believe an entry in the future, nor processor time not yet used', () => {
  const watched = new Watched();
  watched.page = { ...entered, enteredAtMs: 9_999, processCpuUsAtEntry: 1e12, cpuUsBefore: -5 };
  watched.look(1_025, 110_000);
  const { executing } = watched.look(1_125, 200_000);
  expect(executing).toMatchObject({ wallMs: 100, cpuUs: 90_000 });
});

test('HostWatch believes no more processor time than the process has used, nor a number that is none', () => {
  for (const cpuUsBefore of [1e300, Number.POSITIVE_INFINITY, Number.NaN]) {
    const watched = new Watched();
    watched.page = { ...entered, cpuUsBefore };
    const { executing } = watched.look(1_060, 140_000);
    expect(executing?.cpuUs).toBeLessThanOrEqual(140_000);
  }
  const watched = new Watched();
  watched.page = { ...entered, enteredAtMs: Number.NaN, processCpuUsAtEntry: Number.NaN };
  watched.look(1_025, 110_000);
  expect(watched.look(1_525, 140_000).executing).toMatchObject({ wallMs: 500 });
});

test('HostWatch lets no lie about an entry take back the time a run has had', () => {
  const watched = new Watched();
  let wallMs = 0;
  for (let nowMs = 1_025; nowMs <= 2_025; nowMs += 25) {
    watched.page = { ...entered, enteredAtMs: nowMs - 1 };
    wallMs = watched.look(nowMs, nowMs * 1000).executing?.wallMs ?? 0;
  }
  expect(wallMs).toBeGreaterThanOrEqual(1_000);
});

test('HostWatch takes a run it does not know for none', () => {
  const watched = new Watched();
  watched.page = { ...entered, runId: 77 };
  expect(watched.look(1_060, 140_000)).toMatchObject({
    executing: undefined,
    placement: undefined,
  });
});

test('HostWatch measures silence from the last pulse while a run is announced', () => {
  const watched = new Watched();
  watched.page = entered;
  watched.look(1_025, 110_000);
  watched.page = { ...entered, pulseAtMs: 1_050 };
  expect(watched.look(1_100, 150_000).quietMs).toBe(50);
  expect(watched.look(2_200, 1_150_000)).toMatchObject({ quietMs: 1_150, quietCpuUs: 1_000_000 });
});

test('HostWatch measures silence from what was heard last while nothing is announced', () => {
  const watched = new Watched();
  watched.page = undefined;
  watched.watch.heard(1_500);
  watched.look(1_500, 100_000);
  expect(watched.look(2_600, 700_000)).toMatchObject({ quietMs: 1_100, quietCpuUs: 600_000 });
});
