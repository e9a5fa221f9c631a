/** Makes the links of an agent, all alike but for where they lead. */
import type { Random } from '../../shared/random/random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { CertificateSource } from '../../shared/tls/certificate-source.ts';
import { openAuthorities, openIdentity } from '../../shared/tls/open-certificates.ts';
import type { NodeHello, NodeLoad } from '../../shared/wire/node-messages.ts';
import type { LinkOptions } from '../link-settings.ts';
import type { RunExecutor } from '../pool/run-request.ts';
import { coordinatorClient, whenGoingAway } from './coordinator-client.ts';
import { CoordinatorLink } from './coordinator-link.ts';
import { CoordinatorLinks } from './coordinator-links.ts';
import { NodeCredential } from './node-credential.ts';

interface LinkMakerParts {
  readonly coordinators: readonly string[];
  readonly messageBytesMax: number;
  readonly hello: NodeHello;
  readonly executor: RunExecutor;
  readonly readLoad: () => NodeLoad;
  readonly joined: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/** The certificates that links use; undefined for links in the clear. Rejects where they are unusable. */
export async function openLinkCertificates(
  { tls }: LinkOptions,
  surroundings: Pick<LinkMakerParts, 'clock' | 'logger'>,
): Promise<CertificateSource | undefined> {
  if (!tls) return undefined;
  const authorities = await openAuthorities(tls.authorities, surroundings);
  if (!tls.identity) return new CertificateSource({ authorities: [authorities] });
  const identity = await openIdentity(tls.identity, surroundings);
  return new CertificateSource({ authorities: [authorities], identity });
}

/** Opens a link to every coordinator. */
export function openLinks(
  { nodeToken, tls }: LinkOptions,
  certificates: CertificateSource | undefined,
  parts: LinkMakerParts,
): CoordinatorLinks {
  const { coordinators, messageBytesMax, clock, logger, joined: joinedOne, ...rest } = parts;
  if (!tls && nodeToken !== undefined && !coordinators.every(isOnThisMachine))
    logger.warn({ coordinators }, 'the node token travels in the clear: --tls-ca encrypts links');
  // One for all: what a coordinator gives in exchange for it is good with the others, too.
  const credential = new NodeCredential(nodeToken);
  return new CoordinatorLinks({
    coordinators,
    open: (address, coordinator, { joined, ...replacement }) =>
      new CoordinatorLink({
        ...rest,
        ...replacement,
        client: coordinatorClient(address, {
          messageBytesMax,
          certificates,
          serverName: tls?.serverName ?? nameOf(coordinator, address),
        }),
        credential,
        whenGoingAway,
        joined: () => {
          joined();
          joinedOne();
        },
        clock,
        logger: logger.child({ coordinator: address }),
      }),
    clock,
    logger,
  });
}

function isOnThisMachine(coordinator: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]):/.test(coordinator);
}

/** Links dial addresses; certificates name whom the operator named. Undefined where he named an address. */
function nameOf(coordinator: string, address: string): string | undefined {
  return coordinator === address ? undefined : new URL(`grpc://${coordinator}`).hostname;
}
