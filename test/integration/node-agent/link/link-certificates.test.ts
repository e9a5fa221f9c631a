/** Agents that join over TLS: by certificate or token, of a coordinator that they believe. */
import { expect, onTestFinished, test } from 'vitest';
import { openLinkCertificates, openLinks } from '../../../../node-agent/link/link-maker.ts';
import type { LinkOptions } from '../../../../node-agent/link-settings.ts';
import { makeJoinToken } from '../../../../shared/nodes/join-token.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { exampleHello, exampleLoad } from '../../../support/example-node.ts';
import {
  LiveCoordinator,
  liveNodeToken,
  liveTransport,
} from '../../../support/live-coordinator.ts';
import { ScriptedExecutor } from '../../../support/scripted-executor.ts';
import { TestAuthority } from '../../../support/test-authority.ts';

const clock = systemClock();

/** A coordinator over TLS, and an agent that has joined it with what it is given. */
async function scenario() {
  const [servers, agents] = [new TestAuthority('servers'), new TestAuthority('agents')];
  const coordinator = await LiveCoordinator.start({
    transport: {
      ...liveTransport,
      tls: {
        identity: servers.issue(),
        clientAuthorities: undefined,
        agentAuthorities: agents.path,
      },
    },
  });
  const join = async (host: string, link: LinkOptions): Promise<void> => {
    const parts = { clock, logger: silentLogger };
    const certificates = await openLinkCertificates(link, parts);
    onTestFinished(() => certificates?.close());
    const { promise, resolve } = Promise.withResolvers<void>();
    const links = openLinks(link, certificates, {
      ...parts,
      coordinators: [`${host}:${coordinator.port}`],
      messageBytesMax: 24 * 2 ** 20,
      hello: exampleHello(),
      executor: new ScriptedExecutor(),
      readLoad: () => exampleLoad(),
      joined: resolve,
      random: seededRandom(1),
    });
    onTestFinished(() => links.drain(0));
    await promise;
  };
  return { servers, agents, join };
}

test.each(['127.0.0.1', 'localhost'])(
  'an agent joins a coordinator at %s by its certificate, without a token',
  async (host) => {
    const { servers, agents, join } = await scenario();
    const tls = { authorities: servers.path, identity: agents.issue(), serverName: undefined };
    await join(host, { nodeToken: undefined, tls });
  },
);

test('an agent joins over TLS by a join token', async () => {
  const { servers, join } = await scenario();
  const expiresAtMs = clock.epochMs() + 60_000;
  const nodeToken = makeJoinToken(liveNodeToken, { nodes: 'node-*', expiresAtMs });
  const tls = { authorities: servers.path, identity: undefined, serverName: 'localhost' };
  await join('127.0.0.1', { nodeToken, tls });
});

test('an agent does not join a coordinator whose authority it does not know', async () => {
  const { agents, join } = await scenario();
  const strangers = new TestAuthority('servers');
  const tls = { authorities: strangers.path, identity: agents.issue(), serverName: undefined };
  const joined = join('127.0.0.1', { nodeToken: liveNodeToken, tls }).then(() => 'joined');
  const late = new Promise((resolve) => clock.setTimer(500, () => resolve('not joined')));
  expect(await Promise.race([joined, late])).toBe('not joined');
});
