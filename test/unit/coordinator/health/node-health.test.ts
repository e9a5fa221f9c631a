import { expect, test } from 'vitest';
import { NodeHealth, suspicionPhi } from '../../../../coordinator/health/node-health.ts';

test('NodeHealth suspects a node that was well as soon as its silence reaches φ = 8', () => {
  const node = new NodeHealth(1_000, 0);
  for (let beat = 1; beat <= 20; beat++) node.heartbeat(beat * 1_000);
  expect(node.judge(node.silentMs(24_522))).toBe(false);
  expect(node.trust).toBe('trusted');
  expect(node.judge(node.silentMs(24_524))).toBe(true);
  expect(node.trust).toBe('suspected');
  expect(node.phi(4_524)).toBeGreaterThanOrEqual(suspicionPhi);
});

test('NodeHealth trusts a node again with its heartbeat, and does not take the failure for its pace', () => {
  const node = new NodeHealth(1_000, 0);
  node.judge(60_000);
  node.heartbeat(60_000);
  expect(node.trust).toBe('trusted');
  expect(node.judge(4_524)).toBe(true);
});

test('NodeHealth is more patient with a node whose heartbeats have come irregularly', () => {
  const node = new NodeHealth(1_000, 0);
  let nowMs = 0;
  for (const intervalMs of [1_000, 3_000, 500, 3_500, 1_000]) {
    nowMs += intervalMs;
    node.heartbeat(nowMs);
  }
  expect(node.judge(4_600)).toBe(false);
  expect(node.judge(30_000)).toBe(true);
});
