/**
 * An agent for a test to kill: starts two hosts, sends each into an endless loop, and prints
 * their pids once both are in it.
 */
import { systemClock } from '../../../shared/time/system-clock.ts';
import { waitUntil } from '../wait-until.ts';
import { ProbeHosts } from './probe-host-client.ts';

const spinningUs = 50_000;

const hosts = await ProbeHosts.open();
const started = [hosts.start(), hosts.start()];
for (const host of started) {
  await host.ready;
  const before = host.process.cpuUs() ?? 0;
  host.tell('spin');
  const spins = () => (host.process.cpuUs() ?? 0) - before > spinningUs;
  await waitUntil(spins, 10_000, systemClock());
}
process.stdout.write(`${JSON.stringify(started.map((host) => host.process.pid))}\n`);
