/** What an execution may fetch, as its caller narrows it. */
import { egressRulesMax, parseEgressRule } from '../egress/egress-rule.ts';
import type { FieldViolation } from '../errors/isopod-error.ts';
import type { Determinism } from '../execution/determinism.ts';
import type { Egress__Output, Egress as WireEgress } from '../generated/isopod/v1/Egress.ts';

export function egressToWire(rules: readonly string[]): WireEgress {
  return { allow: [...rules] };
}

/** Undefined where the caller leaves it to the node. Adds to `violations` what is wrong. */
export function readEgress(
  wire: Egress__Output | null,
  determinism: Determinism | undefined,
  violations: FieldViolation[],
): readonly string[] | undefined {
  if (!wire) return undefined;
  const { allow } = wire;
  if (allow.length > egressRulesMax) {
    const description = `must be at most ${egressRulesMax}: ${allow.length}`;
    violations.push({ field: 'egress.allow', description });
    return undefined;
  }
  if (determinism && allow.length > 0) {
    const description = 'must be empty for a deterministic execution: what servers do is not given';
    violations.push({ field: 'egress.allow', description });
  }
  for (const [index, rule] of allow.entries()) {
    if (parseEgressRule(rule)) continue;
    const description = 'must be an origin and methods, such as `https://api.example.com GET POST`';
    violations.push({ field: `egress.allow[${index}]`, description });
  }
  return allow;
}
