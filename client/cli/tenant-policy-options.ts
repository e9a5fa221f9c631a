/** What a tenant may, as options of a command: what is not given stays as it is. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Limits } from '../../shared/execution/limits.ts';
import type { TenantPolicy, TenantQuotas } from '../../shared/tenants/tenant-policy.ts';
import { type LimitOptions, limitsOf } from './limit-options.ts';

/** A number, or that there shall be no bound. */
type Bound = number | 'none';

export interface TenantPolicyOptions {
  readonly weight?: number;
  readonly callsPerSecond?: Bound;
  readonly callBurst?: Bound;
  readonly executions?: Bound;
  readonly cpuSecondsPerMinute?: Bound;
  readonly ceiling?: Readonly<Record<keyof LimitOptions, Bound>>;
  /** None of them for nothing. */
  readonly egressAllow?: readonly string[] | 'all';
}

const ceilingNames: Readonly<Record<string, keyof LimitOptions>> = {
  'wall-ms': 'wallMs',
  'cpu-ms': 'cpuMs',
  'memory-mb': 'memoryMb',
  'result-bytes': 'resultBytes',
  'log-lines': 'logLines',
  'log-bytes': 'logBytes',
  'log-line-bytes': 'logLineBytes',
  timers: 'timers',
};

export function addPolicyOptions(command: Command): Command {
  const quota = (flags: string, description: string): Option =>
    new Option(flags, `${description}; none for no bound`).argParser(bound);
  return command
    .addOption(
      new Option('--weight <n>', 'its share of a busy cluster, from 1 to 1,000').argParser(
        readWeight,
      ),
    )
    .addOption(quota('--calls-per-second <n>', 'the most calls on average'))
    .addOption(quota('--call-burst <n>', 'the most calls at once'))
    .addOption(quota('--executions <n>', 'the most executions at once'))
    .addOption(quota('--cpu-seconds-per-minute <n>', 'the most processor time on average'))
    .addOption(ceilingOption())
    .addOption(egressOption());
}

export function policyWith(before: TenantPolicy, options: TenantPolicyOptions): TenantPolicy {
  const { weight = before.weight, egressAllow } = options;
  const egressRules = egressAllow === 'all' ? undefined : (egressAllow ?? before.egressRules);
  return {
    weight,
    quotas: quotasWith(before.quotas, options),
    limitCeilings: ceilingsWith(before.limitCeilings, options.ceiling),
    ...(egressRules ? { egressRules } : {}),
  };
}

function quotasWith(before: TenantQuotas, options: TenantPolicyOptions): TenantQuotas {
  const { callsPerSecond, callBurst, executions, cpuSecondsPerMinute } = options;
  const cpuMsPerMinuteMax =
    typeof cpuSecondsPerMinute === 'number' ? cpuSecondsPerMinute * 1000 : cpuSecondsPerMinute;
  return changed(before, {
    callsPerSecondMax: callsPerSecond,
    callBurstMax: callsPerSecond === 'none' ? 'none' : callBurst,
    executionsMax: executions,
    cpuMsPerMinuteMax,
  });
}

function ceilingsWith(
  before: Partial<Limits>,
  given: TenantPolicyOptions['ceiling'],
): Partial<Limits> {
  const ceilings: Record<string, number | 'none'> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    // Which limit it is shows in what it comes to.
    const [limit = '', amount = 0] =
      Object.entries(limitsOf({ [name]: value === 'none' ? 1 : value }))[0] ?? [];
    ceilings[limit] = value === 'none' ? 'none' : amount;
  }
  return changed(before, ceilings);
}

function changed<Values extends object>(
  before: Values,
  changes: Readonly<Record<string, Bound | undefined>>,
): Values {
  const after = new Map<string, unknown>(Object.entries(before));
  for (const [name, value] of Object.entries(changes))
    if (value === 'none') after.delete(name);
    else if (value !== undefined) after.set(name, value);
  return Object.fromEntries(after) as Values;
}

function ceilingOption(): Option {
  const names = Object.keys(ceilingNames).join(', ');
  const help = `the most that an execution gets, such as cpu-ms=500, or cpu-ms=none; may be given again: ${names}`;
  return new Option('--ceiling <limit=n>', help).argParser<TenantPolicyOptions['ceiling']>(
    (given, before) => {
      const [, word = '', amount = ''] = /^([^=]+)=(.+)$/.exec(given) ?? [];
      const name = ceilingNames[word];
      if (!name) throw new InvalidArgumentError(`It must be one of ${names}, = and a number.`);
      return { ...before, [name]: bound(amount) } as TenantPolicyOptions['ceiling'];
    },
  );
}

function egressOption(): Option {
  const help =
    'an origin, with methods, that its programs may fetch of what nodes allow; may be given again; all for all of them, nothing for none';
  return new Option('--egress-allow <rule>', help).argParser<TenantPolicyOptions['egressAllow']>(
    (given, before) => {
      if (given === 'all') return 'all';
      if (given === 'nothing') return [];
      return [...(before === undefined || before === 'all' ? [] : before), given];
    },
  );
}

/** 0 would be the wire's word for the usual weight. */
function readWeight(given: string): number {
  const value = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (value >= 1 && value <= 1000) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
}

function number(given: string): number {
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given);
  throw new InvalidArgumentError('It must be a number.');
}

function bound(given: string): Bound {
  return given === 'none' ? 'none' : number(given);
}
