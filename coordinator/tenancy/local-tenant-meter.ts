/** A tenant's use of this one coordinator. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { TenantQuotas, TenantUsage } from '../../shared/tenants/tenant-policy.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { MeteredExecution, TenantMeter } from './tenant-meter.ts';
import { TokenBucket } from './token-bucket.ts';

const secondMs = 1_000;
const minuteMs = 60_000;
/** When one of many executions under way is likely to have ended. */
const executionRetryMs = 100;

/** The fields of TenantQuotas in the protocol. */
type QuotaId = 'calls_per_second' | 'executions' | 'cpu_time_per_minute';

export class LocalTenantMeter implements TenantMeter {
  readonly #tenantId: string;
  readonly #clock: Clock;
  #quotas: TenantQuotas = {};
  /** Of calls. */
  #rate: TokenBucket | undefined;
  /** Of processor time, in milliseconds. */
  #cpu: TokenBucket | undefined;
  #executions = 0;
  #callsAccepted = 0;
  #callsRefused = 0;
  #cpuUs = 0;

  constructor(tenantId: string, clock: Clock) {
    this.#tenantId = tenantId;
    this.#clock = clock;
  }

  get usage(): TenantUsage {
    return {
      executions: this.#executions,
      callsAccepted: this.#callsAccepted,
      callsRefused: this.#callsRefused,
      cpuUs: this.#cpuUs,
    };
  }

  change(quotas: TenantQuotas): void {
    const nowMs = this.#clock.nowMs();
    const { callsPerSecondMax, callBurstMax, cpuMsPerMinuteMax } = quotas;
    const burst = callBurstMax ?? callsPerSecondMax;
    this.#rate = renewed(this.#rate, callsPerSecondMax, secondMs, burst, nowMs);
    this.#cpu = renewed(this.#cpu, cpuMsPerMinuteMax, minuteMs, cpuMsPerMinuteMax, nowMs);
    this.#quotas = quotas;
  }

  call(): void {
    this.#takeCall(this.#clock.nowMs());
    this.#callsAccepted++;
  }

  begin(): MeteredExecution {
    const { executionsMax = Number.POSITIVE_INFINITY } = this.#quotas;
    if (this.#executions >= executionsMax)
      throw this.#refusal('executions', `${executionsMax} executions at once`, executionRetryMs);
    const nowMs = this.#clock.nowMs();
    this.#refuseDebtor(nowMs);
    this.#takeCall(nowMs);
    this.#callsAccepted++;
    this.#executions++;
    return new LocalExecution(this);
  }

  /** For its executions. */
  ended(): void {
    this.#executions--;
  }

  /** For its executions. */
  used(cpuUs: number): void {
    this.#cpuUs += cpuUs;
    this.#cpu?.take(cpuUs / 1000, this.#clock.nowMs());
  }

  #takeCall(nowMs: number): void {
    if (!this.#rate) return;
    const waitMs = this.#rate.waitMs(1, nowMs);
    if (waitMs > 0) {
      const bound = `${this.#quotas.callsPerSecondMax} calls a second`;
      throw this.#refusal('calls_per_second', bound, waitMs);
    }
    this.#rate.take(1, nowMs);
  }

  /** What is left may be little: the run is let through, and owes the rest. */
  #refuseDebtor(nowMs: number): void {
    if (!this.#cpu || this.#cpu.level(nowMs) > 0) return;
    const seconds = (this.#quotas.cpuMsPerMinuteMax ?? 0) / secondMs;
    const bound = `${seconds} s of processor time a minute`;
    throw this.#refusal('cpu_time_per_minute', bound, Math.max(1, this.#cpu.waitMs(0, nowMs)));
  }

  #refusal(quotaId: QuotaId, bound: string, waitMs: number): IsopodError {
    this.#callsRefused++;
    const tenantId = this.#tenantId;
    const message = `Could not accept the call: the tenant ${tenantId} has used up its ${quotaId}: ${bound}`;
    return new IsopodError('QUOTA_EXCEEDED', message, {
      retryAfterMs: waitMs,
      quotaViolations: [
        { subject: `tenant:${tenantId}`, description: `at most ${bound}`, quotaId },
      ],
    });
  }
}

class LocalExecution implements MeteredExecution {
  readonly #meter: LocalTenantMeter;
  #hasEnded = false;

  constructor(meter: LocalTenantMeter) {
    this.#meter = meter;
  }

  used(cpuUs: number): void {
    this.#meter.used(cpuUs);
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#meter.ended();
  }
}

function renewed(
  bucket: TokenBucket | undefined,
  amountMax: number | undefined,
  periodMs: number,
  capacity: number | undefined,
  nowMs: number,
): TokenBucket | undefined {
  if (amountMax === undefined || capacity === undefined) return undefined;
  const perMs = amountMax / periodMs;
  return bucket?.changed(perMs, capacity, nowMs) ?? new TokenBucket(perMs, capacity, nowMs);
}
