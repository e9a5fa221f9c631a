/**
 * One node among those that runs go to, with what the balancer has learnt of it. Policies read it;
 * the LoadBalancer alone writes.
 */
import { runClassOf } from '../resilience/run-class.ts';
import type { NodeView, Pick, PickRequest } from './balancer.ts';
import { OutlierRecord } from './outliers/outlier-record.ts';
import { Pace } from './pace.ts';
import { PaceByLoad } from './pace-by-load.ts';
import { LoadMeter } from './weights/load-meter.ts';
import { LoadReports } from './weights/load-reports.ts';

interface MemberGiven<Node extends NodeView> {
  readonly idHash: number;
  readonly nowMs: number;
  /** The same agent, over an earlier stream: what was learnt of it is still true. */
  readonly before: Member<Node> | undefined;
}

export class Member<Node extends NodeView> {
  readonly node: Node;
  /** The answer that names it: made once, so that a pick makes nothing. */
  readonly picked: Pick<Node>;
  /** For rendezvous: the same on every coordinator. */
  readonly idHash: number;
  readonly joinedAtMs: number;
  readonly outliers: OutlierRecord;
  readonly pace: Pace;
  readonly paceByLoad: PaceByLoad;
  readonly meter: LoadMeter;
  readonly reports: LoadReports;
  /** Of a node that has just joined: the share of a usual node's load that it is to have. */
  warmth = 1;
  /** By the policy: see run-cost.ts. */
  runCost = 1;
  /** For weighted_round_robin, above 0. */
  weight = 1;

  constructor(node: Node, { idHash, nowMs, before }: MemberGiven<Node>) {
    this.node = node;
    this.picked = { name: 'node', node };
    this.idHash = idHash;
    this.joinedAtMs = before?.joinedAtMs ?? nowMs;
    this.outliers = before?.outliers ?? new OutlierRecord();
    this.pace = before?.pace ?? new Pace();
    this.paceByLoad = before?.paceByLoad ?? new PaceByLoad();
    this.meter = before?.meter ?? new LoadMeter();
    this.reports = before?.reports ?? new LoadReports();
  }

  /** It can be given the run now. */
  takes(request: PickRequest): boolean {
    const { node } = this;
    const isBatch = runClassOf(request) === 'batch';
    if (!(isBatch ? node.hasRoomForBatch : node.hasRoom)) return false;
    const { layersRequired } = request;
    return layersRequired === undefined || hasAll(node.layers, layersRequired);
  }
}

function hasAll(layers: ReadonlySet<string>, required: readonly string[]): boolean {
  for (const layer of required) if (!layers.has(layer)) return false;
  return true;
}
