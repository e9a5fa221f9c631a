/** A broker as an agent has it, with names that mean what a test says. */
import { parseAllowedRange } from '../../node-agent/broker/address-rules.ts';
import type { EgressOptions } from '../../node-agent/broker/egress-bounds.ts';
import { EgressBroker, type FetchRecord } from '../../node-agent/broker/egress-broker.ts';
import { Secret } from '../../node-agent/broker/secrets.ts';
import type { FetchRequest, FetchResult } from '../../node-agent/frames/fetch-call.ts';
import type { RunFetches } from '../../node-agent/pool/egress-port.ts';
import { type EgressRule, parseEgressRule } from '../../shared/egress/egress-rule.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { exampleExecution } from './example-execution.ts';

export interface EgressWish {
  readonly allow?: readonly string[];
  readonly allowAddresses?: readonly string[];
  /** By name: the value, and the origins it is for. */
  readonly secrets?: Readonly<Record<string, readonly [value: string, ...origins: string[]]>>;
  /** What each name means, time after time; the last answer stays. */
  readonly names?: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly options?: Partial<EgressOptions>;
  readonly callAllows?: readonly string[];
}

export class EgressNode {
  readonly broker: EgressBroker;
  readonly records: FetchRecord[] = [];
  readonly asked: string[] = [];
  readonly #wish: EgressWish;

  constructor(wish: EgressWish) {
    this.#wish = wish;
    const { allow = [], allowAddresses = [], secrets = {}, options } = wish;
    this.broker = new EgressBroker(
      {
        rules: allow.map(ruleOf),
        allowedRanges: allowAddresses.map((text) => known(parseAllowedRange(text), text)),
        secrets: Object.entries(secrets).map(
          ([name, [value, ...origins]]) => new Secret(name, value, origins.map(ruleOf)),
        ),
        requestMsMax: 10_000,
        responseBytesMax: 1_000_000,
        runBytesMax: 10_000_000,
        ...options,
      },
      {
        clock: systemClock(),
        resolveHost: (hostname) => this.#resolve(hostname),
        observer: { fetched: (record) => this.records.push(record) },
      },
    );
  }

  open(tenantId = 'tenant'): RunFetches {
    const { callAllows } = this.#wish;
    const rules = callAllows ? { egressRules: callAllows } : {};
    return this.broker.open({ ...exampleExecution(), tenantId, ...rules });
  }

  /** One fetch of a run of its own, or of `run`. */
  fetch(
    url: string,
    more: Partial<FetchRequest> = {},
    run: RunFetches = this.open(),
    callId = 1,
  ): Promise<FetchResult> {
    const request: FetchRequest = { method: 'GET', redirect: 'follow', headers: [], ...more, url };
    return new Promise((resolve) => run.begin(callId, request, resolve));
  }

  async #resolve(hostname: string): Promise<readonly string[]> {
    const answers = this.#wish.names?.[hostname];
    const times = this.asked.filter((name) => name === hostname).length;
    this.asked.push(hostname);
    const answer = answers?.[Math.min(times, answers.length - 1)];
    if (!answer) throw new Error(`no such name: ${hostname}`);
    return answer;
  }
}

function ruleOf(text: string): EgressRule {
  return known(parseEgressRule(text), text);
}

function known<Value>(value: Value | undefined, text: string): Value {
  if (value === undefined) throw new Error(`cannot be read: ${text}`);
  return value;
}

/** The code of a failure, or the status. */
export function outcomeOf(result: FetchResult): string | number {
  return result.name === 'failed' ? result.code : result.response.status;
}

export function textOf(result: FetchResult): string {
  if (result.name === 'failed') throw new Error(`${result.code}: ${result.message}`);
  return Buffer.from(result.response.body).toString();
}
