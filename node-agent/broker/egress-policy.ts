/** What one run may fetch: what everybody who has a say in it allows. */
import {
  allowsMethod,
  destinationOf,
  type EgressRule,
  leadsTo,
} from '../../shared/egress/egress-rule.ts';

export type PolicyVerdict =
  | 'ALLOWED'
  /** Nothing is allowed to anybody. */
  | 'OFF'
  | 'ORIGIN_NOT_ALLOWED'
  | 'METHOD_NOT_ALLOWED';

export class EgressPolicy {
  readonly #says: readonly (readonly EgressRule[])[];

  /** @param says The rules of the node, then of whoever else has a say: each only takes away. */
  constructor(...says: readonly (readonly EgressRule[])[]) {
    this.#says = says;
  }

  get isOff(): boolean {
    return this.#says.length === 0 || this.#says.some((rules) => rules.length === 0);
  }

  judge(url: URL, method: string): PolicyVerdict {
    if (this.isOff) return 'OFF';
    const destination = destinationOf(url);
    let verdict: PolicyVerdict = 'ALLOWED';
    for (const rules of this.#says) {
      const leading = rules.filter((rule) => leadsTo(rule, destination));
      if (leading.length === 0) return 'ORIGIN_NOT_ALLOWED';
      if (!leading.some((rule) => allowsMethod(rule, method))) verdict = 'METHOD_NOT_ALLOWED';
    }
    return verdict;
  }
}
