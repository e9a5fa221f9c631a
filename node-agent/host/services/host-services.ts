/**
 * What a host does for the web APIs of its guests, that JavaScript in a context cannot do itself
 * or not well: each answered before the call returns, on the main thread, while the guest waits;
 * in mode THREAD as in SLICE the run is charged for it.
 *
 * Whatever calls this may be lying about who it is: a guest may have found a way to call it with
 * arguments of its own. All are looked at here, nothing is thrown (an error of this process would
 * show the guest its files' names), and only texts, numbers and bytes of their own buffers go back.
 */

import { randomFillSync } from 'node:crypto';
import { domainToASCII } from 'node:url';
import {
  type CallHost,
  hostServices,
  type ServiceValue,
  type WebPart,
} from '../runtime/web/host-service-protocol.ts';
import { CryptoService } from './crypto-service.ts';
import type { WebPartSources } from './read-web-parts.ts';

/** Of one context. */
export interface ContextServices {
  readonly call: CallHost;
  /** Something is being made for it off this thread, and cannot be broken off. */
  readonly isAtWork: boolean;
}

export type MakeServices = () => ContextServices;

/** As the standard has it for one call of getRandomValues. */
const randomBytesMax = 65_536;
/** A name in DNS has 253 characters; before it is written as DNS has it, it may have more. */
const domainCharsMax = 4_096;

export function hostServicesOf(sources: WebPartSources): MakeServices {
  return () => {
    const crypto = new CryptoService();
    return {
      call: (service, ...args) => {
        try {
          return answer(sources, crypto, service, args);
        } catch {
          return undefined;
        }
      },
      get isAtWork() {
        return crypto.isAtWork;
      },
    };
  };
}

function answer(
  sources: WebPartSources,
  crypto: CryptoService,
  service: number,
  args: readonly ServiceValue[],
): ServiceValue {
  const [first] = args;
  switch (service) {
    case hostServices.partSource:
      return sources.get(first as WebPart);
    case hostServices.domainToAscii:
      if (typeof first !== 'string' || first.length > domainCharsMax) return '';
      return domainToASCII(first);
    case hostServices.randomBytes:
      if (typeof first !== 'number' || !(first >= 0 && first <= randomBytesMax)) return undefined;
      return randomFillSync(new Uint8Array(first));
    case hostServices.crypto:
      return crypto.compute(args);
    case hostServices.cryptoBegin:
      return crypto.begin(args);
    case hostServices.cryptoResult:
      return crypto.result(first);
    default:
      return undefined;
  }
}
