/**
 * A link to every coordinator there is: each address named is resolved, every address found gets
 * a link, and names are resolved again now and then, since a service's members come and go.
 */
import type { LookupAddress } from 'node:dns';
import { lookup as lookupInSystem } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { CoordinatorLink } from './coordinator-link.ts';

/** A link as its keeper sees it. */
type Link = Pick<CoordinatorLink, 'drain' | 'close' | 'isClosed'>;

/** Links take the place of others, whose connections are to end while they have runs. */
interface Replacement {
  /** Whether the link that this one takes the place of is still there. */
  readonly isRenewal: () => boolean;
  /** This one has joined. */
  readonly joined: () => void;
  /** This one's connection is to end. */
  readonly replaceMe: () => void;
}

interface CoordinatorLinksParts {
  /** `host:port`, or `[v6]:port`. */
  readonly coordinators: readonly string[];
  /** Opens a link to one resolved address, of a coordinator by its name. */
  readonly open: (address: string, coordinator: string, replacement: Replacement) => Link;
  /** Every address of a name. @default the system's resolver */
  readonly lookup?: (host: string) => Promise<readonly LookupAddress[]>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const resolveEveryMs = 30_000;
/** A name that fails to resolve is tried again sooner. */
const resolveAfterFailureMs = 1_000;
const drainPollMs = 20;

export class CoordinatorLinks {
  readonly #parts: CoordinatorLinksParts;
  readonly #links = new Map<string, Link>();
  /** Others have taken their places; they finish what they have. */
  readonly #replaced = new Set<Link>();
  #timer: Timer | undefined;
  #isStopping = false;

  constructor(parts: CoordinatorLinksParts) {
    this.#parts = parts;
    void this.#resolve();
  }

  /** Every link finishes what it has. What is not done after `graceMs` is closed. */
  async drain(graceMs: number): Promise<void> {
    this.#isStopping = true;
    this.#timer?.cancel();
    const { clock } = this.#parts;
    const endMs = clock.nowMs() + graceMs;
    const links = [...this.#links.values(), ...this.#replaced];
    for (const link of links) link.drain();
    while (links.some((link) => !link.isClosed) && clock.nowMs() < endMs)
      await new Promise<void>((resolve) => clock.setTimer(drainPollMs, resolve));
    for (const link of links) link.close();
  }

  async #resolve(): Promise<void> {
    const { coordinators, clock } = this.#parts;
    for (const [address, link] of this.#links) if (link.isClosed) this.#links.delete(address);
    for (const link of this.#replaced) if (link.isClosed) this.#replaced.delete(link);
    // Side by side: a resolver that hangs on one name must not keep the agent from the others.
    const found = await Promise.all(coordinators.map((name) => this.#resolveOne(name)));
    if (this.#isStopping) return;
    // A name that did not resolve says nothing of the addresses it had before.
    const isWhole = found.every((addresses) => addresses !== undefined);
    if (isWhole) this.#drainAllBut(new Set(found.flat()));
    const delayMs = isWhole ? resolveEveryMs : resolveAfterFailureMs;
    this.#timer = clock.setTimer(delayMs, () => void this.#resolve());
  }

  /** Opens links to the addresses of one coordinator; undefined where it does not resolve. */
  async #resolveOne(coordinator: string): Promise<readonly string[] | undefined> {
    const { logger } = this.#parts;
    const addresses = await this.#addressesOf(coordinator).catch((error: unknown) => {
      logger.warn({ coordinator, reason: String(error) }, 'could not resolve a coordinator');
      return undefined;
    });
    if (this.#isStopping) return undefined;
    for (const address of addresses ?? [])
      if (!this.#links.has(address)) this.#open(address, coordinator, undefined);
    return addresses;
  }

  /** Where there is an `older` link, it drains once this one has joined, not before. */
  #open(address: string, coordinator: string, older: Link | undefined): void {
    const link = this.#parts.open(address, coordinator, {
      isRenewal: () => older !== undefined && !older.isClosed,
      joined: () => older?.drain(),
      replaceMe: () => {
        if (this.#isStopping || this.#links.get(address) !== link) return;
        this.#replaced.add(link);
        this.#open(address, coordinator, link);
      },
    });
    this.#links.set(address, link);
  }

  async #addressesOf(coordinator: string): Promise<string[]> {
    const { hostname, port } = new URL(`grpc://${coordinator}`);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host)) return [coordinator];
    const { lookup = (name) => lookupInSystem(name, { all: true }) } = this.#parts;
    return (await lookup(host)).map(({ address, family }) =>
      family === 6 ? `[${address}]:${port}` : `${address}:${port}`,
    );
  }

  /** A coordinator that shuts down disappears from its name before it has finished. */
  #drainAllBut(found: ReadonlySet<string>): void {
    for (const [address, link] of this.#links) if (!found.has(address)) link.drain();
  }
}
