/**
 * The alerts that ship. docs/health.md explains them; their thresholds can be set there, too. The
 * burn rates and their windows are those of Google's SRE Workbook, chapter 5.
 */
import type { AlertRule } from './alerts/alert-rule.ts';
import type { InhibitRule } from './alerts/inhibition.ts';

const second = 1_000;
const minute = 60 * second;

export const checkFailingAlert = 'CheckFailing';
const nodeLostAlert = 'NodeLost';

/** Of a number that is 0 or 1. */
const isOne = { is: 'above', fireAt: 0.5, resolveAt: 0.5 } as const;

export const defaultAlertRules: readonly AlertRule[] = [
  {
    name: checkFailingAlert,
    metric: 'check_failing',
    threshold: isOne,
    forMs: 30 * second,
    keepFiringMs: 0,
    severity: 'warning',
    summary: 'The health check {check} fails',
  },
  {
    name: nodeLostAlert,
    metric: 'node_lost',
    threshold: isOne,
    forMs: 5 * second,
    keepFiringMs: 0,
    severity: 'critical',
    summary: 'Node {node} is not heard of',
  },
  {
    name: 'ErrorRatio',
    metric: 'execution_error_ratio',
    threshold: { is: 'above', fireAt: 0.05, resolveAt: 0.02 },
    forMs: minute,
    keepFiringMs: minute,
    severity: 'critical',
    summary:
      'Of the executions of the last minute a share of {value} failed by a fault of the cluster',
  },
  {
    name: 'QueueWait',
    metric: 'queue_wait_seconds',
    threshold: { is: 'above', fireAt: 5, resolveAt: 2 },
    forMs: 30 * second,
    keepFiringMs: 30 * second,
    severity: 'warning',
    summary: 'An execution has waited for a node for {value} s',
  },
  {
    name: 'Saturation',
    metric: 'saturation_ratio',
    threshold: { is: 'above', fireAt: 0.9, resolveAt: 0.8 },
    forMs: 2 * minute,
    keepFiringMs: minute,
    severity: 'warning',
    summary: 'A share of {value} of what all nodes can take is taken',
  },
  {
    name: 'BreakerOpen',
    metric: 'breaker_open',
    threshold: isOne,
    forMs: 0,
    keepFiringMs: minute,
    severity: 'warning',
    summary: 'The circuit breaker {breaker} is open',
  },
  {
    name: 'CacheHitRatioDrop',
    metric: 'cache_hit_ratio_drop',
    threshold: { is: 'above', fireAt: 0.3, resolveAt: 0.2 },
    forMs: 5 * minute,
    keepFiringMs: minute,
    severity: 'warning',
    summary: 'The share of {namespace} that its cache serves is {value} less than an hour before',
  },
  {
    name: 'SloFastBurn',
    metric: 'slo_burn_rate_1h',
    threshold: { is: 'above', fireAt: 14.4, resolveAt: 14.4 },
    forMs: 0,
    keepFiringMs: minute,
    severity: 'critical',
    summary: 'Errors use up the budget {value} times as fast as they may, for an hour',
  },
  {
    name: 'SloSlowBurn',
    metric: 'slo_burn_rate_6h',
    threshold: { is: 'above', fireAt: 6, resolveAt: 6 },
    forMs: 0,
    keepFiringMs: minute,
    severity: 'warning',
    summary: 'Errors use up the budget {value} times as fast as they may, for six hours',
  },
];

const noNodes = { alertname: checkFailingAlert, check: 'nodes' };

export const defaultInhibitRules: readonly InhibitRule[] = [
  // Whatever is said of a lost node follows from that.
  { source: { alertname: nodeLostAlert }, target: {}, equal: ['node'] },
  { source: noNodes, target: { alertname: 'QueueWait' }, equal: [] },
  { source: noNodes, target: { alertname: 'ErrorRatio' }, equal: [] },
  { source: { alertname: 'SloFastBurn' }, target: { alertname: 'SloSlowBurn' }, equal: [] },
];
