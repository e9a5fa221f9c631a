/**
 * Stands in for the package of this name where whatwg-url is bundled: domains are converted by
 * the host, which has ICU's tables anyway. Most domains need no conversion.
 */

import { hostServices } from '../host-service-protocol.ts';
import { askHost } from '../kit.ts';

const asciiOnly = /^[ -~]*$/;

/** Null for what is no domain; otherwise as DNS has it. */
export function toASCII(domain: string): string | null {
  const isPlain = asciiOnly.test(domain) && !/(^|\.)xn--/i.test(domain);
  if (isPlain) return domain.toLowerCase();
  const converted = askHost(hostServices.domainToAscii, domain) as string;
  return converted === '' ? null : converted;
}
