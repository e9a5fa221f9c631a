/** How runs are balanced, for administrators. */
import { type FieldViolation, invalidRequest } from '../../../shared/errors/isopod-error.ts';
import type { ClusterServiceHandlers } from '../../../shared/generated/isopod/v1/ClusterService.ts';
import type { GetBalancerResponse } from '../../../shared/generated/isopod/v1/GetBalancerResponse.ts';
import { type PolicyChoice, policyChoiceToText } from '../../../shared/nodes/policy-choice.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import { balancerToWire, readChoice } from '../../../shared/wire/balancer-codec.ts';
import { answeringAdministrator } from '../answering.ts';

interface BalancerHandlersParts {
  readonly balancer: SettableBalancer;
  /** Places what waits by the policy of now. */
  readonly placeWaiting: () => void;
  readonly logger: Logger;
}

export interface SettableBalancer {
  readonly policy: PolicyChoice;
  readonly ejectedNodeIds: readonly string[];
  setPolicy(choice: PolicyChoice): void;
}

export function balancerHandlers({
  balancer,
  placeWaiting,
  logger,
}: BalancerHandlersParts): Pick<ClusterServiceHandlers, 'GetBalancer' | 'SetBalancer'> {
  const describe = (): GetBalancerResponse => ({
    balancer: balancerToWire({ ...balancer.policy, ejectedNodeIds: balancer.ejectedNodeIds }),
  });
  return {
    GetBalancer: answeringAdministrator(logger, async () => describe()),
    SetBalancer: answeringAdministrator(logger, async (request) => {
      const violations: FieldViolation[] = [];
      const choice = readChoice(request, violations);
      if (violations.length > 0) throw invalidRequest(violations);
      balancer.setPolicy(choice);
      placeWaiting();
      logger.info({ balancer: policyChoiceToText(choice) }, 'balancer changed');
      return describe();
    }),
  };
}
