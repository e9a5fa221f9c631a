import { expect, test } from 'vitest';
import {
  mustMakeWay,
  ownHostsWanted,
  roomApart,
  sharedHostsWanted,
  type TenantView,
} from '../../../../node-agent/pool/host-demand.ts';
import type { HostOccupancy } from '../../../../node-agent/pool/placing-rule.ts';

const idle: HostOccupancy = { threads: 0, slices: 0, sliceBacklogUs: 0, parked: 0 };
const busy: HostOccupancy = { ...idle, threads: 1 };
const overfull: HostOccupancy = { ...idle, threads: 2 };

interface Facts {
  readonly cap?: number;
  readonly slice?: number;
  readonly thread?: number;
  readonly alone?: number;
  readonly apart?: number;
  readonly company?: boolean;
  readonly open?: readonly HostOccupancy[];
  readonly closing?: number;
  readonly inOwn?: number;
  readonly inApart?: number;
  /** On the whole node, of four. */
  readonly live?: number;
  readonly idleHosts?: number;
}

function viewOf(facts: Facts): TenantView {
  const { open = [], closing = 0, inOwn = 0, inApart = 0, live = 2, idleHosts = 1 } = facts;
  return {
    hostsMax: 4,
    hostsPerTenantMax: facts.cap ?? 3,
    lanes: {
      SLICE: { count: facts.slice ?? 0 },
      SESSION: { count: 0 },
      THREAD: { count: facts.thread ?? 0 },
      ALONE: { count: facts.alone ?? 0 },
      APART: { count: facts.apart ?? 0 },
      hasCompany: facts.company ?? true,
    },
    hosts: {
      count: open.length + closing + inOwn + inApart,
      apartCount: inApart,
      open,
      isClosingAny: closing > 0,
    },
    pool: { stats: () => ({ live, idle: idleHosts }) },
  };
}

test.each<[string, Facts, number]>([
  ['nothing waits', {}, 0],
  ['THREAD runs wait, for one each', { thread: 2 }, 2],
  ['SLICE runs wait, for one together', { slice: 100 }, 1],
  ['more wait than it may have', { thread: 9 }, 3],
  ['it has some, for the rest', { thread: 9, open: [busy], inApart: 1 }, 1],
  ['it has all it may have', { thread: 9, open: [busy, busy], inOwn: 1 }, 0],
  ['a run is behind another, with no host idle', { open: [overfull], idleHosts: 0 }, 1],
  ['a run is behind another, and will be taken back', { open: [overfull] }, 0],
  ['others wait for hosts of their own', { alone: 3, apart: 3 }, 0],
])('sharedHostsWanted where %s', (_what, facts, wanted) => {
  expect(sharedHostsWanted(viewOf(facts))).toBe(wanted);
});

test.each<[string, Facts, number]>([
  ['nothing waits', { thread: 5, slice: 5 }, 0],
  ['runs must be alone: one each', { alone: 5 }, 5],
  ['runs are kept apart: all but one of what it may have', { apart: 5 }, 2],
  ['runs are kept apart from nobody: all it may have', { apart: 5, company: false }, 3],
  ['some are kept apart already', { apart: 5, inApart: 1 }, 1],
  ['as many are kept apart as may be', { apart: 5, inApart: 2 }, 0],
  ['both wait', { alone: 2, apart: 5, inApart: 1 }, 3],
  ['it may have two', { apart: 5, cap: 2 }, 1],
])('ownHostsWanted where %s', (_what, facts, wanted) => {
  expect(ownHostsWanted(viewOf(facts))).toBe(wanted);
});

test('roomApart is never less than nothing', () => {
  expect(roomApart(viewOf({ inApart: 3 }))).toBe(0);
});

const atCap: Facts = { open: [busy, busy, busy] };
const nodeFull: Facts = { live: 4, idleHosts: 0 };
test.each<[string, Facts, boolean]>([
  ['nothing needs a host of its own', atCap, false],
  ['one must, and the tenant has all it may have', { ...atCap, alone: 1 }, true],
  ['one must, and more may be had', { alone: 1, open: [busy] }, false],
  ['one must, and the node is full', { ...nodeFull, alone: 1, open: [busy] }, true],
  ['one must, and a host is on its way', { alone: 1, open: [busy, busy], closing: 1 }, false],
  ['one must, and all are in use for such', { alone: 1, inOwn: 3 }, false],
  ['one is kept apart, the tenant having all it may', { ...atCap, apart: 1 }, true],
  ['one is kept apart, and others are', { open: [busy], inApart: 2, apart: 1 }, false],
  ['the only one is in turn', { ...nodeFull, apart: 1, open: [busy] }, true],
  ['the only one is the others’ turn', { ...nodeFull, apart: 1, open: [busy], inApart: 1 }, false],
])('mustMakeWay where %s', (_what, facts, must) => {
  expect(mustMakeWay(viewOf(facts))).toBe(must);
});
