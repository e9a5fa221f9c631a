/** L2: entries in Redis, for all coordinators that use it. What it keeps there is redis-scripts.ts. */

import { keptMsMax } from '../cache-options.ts';
import { type Invalidation, markOf, tierKey } from '../invalidation.ts';
import type { RemoteAnswer, RemoteEntry, RemoteTier } from '../remote-tier.ts';
import { getScript, invalidateScript, setScript } from './redis-scripts.ts';
import type { RedisServer } from './redis-server.ts';

interface RedisTierParts {
  readonly server: RedisServer;
  /** This process, so that it passes over what it has told itself. */
  readonly originId: string;
  readonly newId: () => string;
}

const hourMs = 3_600_000;
/** Longer than any entry: without its marks it would not be current. */
const markMs = keptMsMax + hourMs;
/** Longer than any fill takes: afterwards the entry itself is gone. */
const keyMarkMs = 24 * hourMs;
const keysPerScan = 500;

export class RedisTier implements RemoteTier {
  readonly name = 'L2';
  readonly #server: RedisServer;
  readonly #parts: RedisTierParts;
  #isClosed = false;

  constructor(parts: RedisTierParts) {
    this.#parts = parts;
    this.#server = parts.server;
  }

  async get(key: string, marks: readonly string[]): Promise<RemoteAnswer> {
    const keys = [this.#sequenceKey, this.#entryKey(key)];
    const args = [this.#parts.newId(), this.#markPrefix, markMs, ...marks];
    const found = (await this.#server.run(getScript, keys, args)) as Found;
    return { entry: readEntry(found), lease: found[0].toString() };
  }

  async set(
    key: string,
    { body, freshForMs, keptForMs, madeInMs, marks }: RemoteEntry,
    lease: string,
  ): Promise<boolean> {
    const keys = [this.#sequenceKey, this.#entryKey(key)];
    const [era = '', at = ''] = lease.split(' ');
    const wholeMs = Math.max(1, Math.round(keptForMs));
    const graceMs = Math.round(keptForMs - freshForMs);
    const args = [era, at, this.#markPrefix, wholeMs, graceMs, Math.round(madeInMs)];
    const content = body ? ['1', body] : ['0', ''];
    const stored = await this.#server.run(setScript, keys, [...args, ...content, ...marks]);
    return stored === 1;
  }

  async invalidate(invalidation: Invalidation): Promise<void> {
    const { newId, originId } = this.#parts;
    const isKey = invalidation.name === 'key';
    const keys = [this.#sequenceKey, this.#markPrefix + markOf(invalidation)];
    if (isKey) keys.push(this.#entryKey(tierKey(invalidation.namespace, invalidation.key)));
    const told = JSON.stringify({ originId, invalidation });
    const args = [newId(), isKey ? keyMarkMs : markMs, this.#server.channel, told];
    try {
      await this.#server.run(invalidateScript, keys, args);
    } catch (error) {
      if (!String(error).includes('OOM')) throw error;
      await this.#forgetAll();
      return;
    }
    if (invalidation.name === 'namespace') void this.#unlink(`${invalidation.namespace}:`);
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#server.close();
    return Promise.resolve();
  }

  get #sequenceKey(): string {
    return `${this.#server.prefix}sequence`;
  }

  get #markPrefix(): string {
    return `${this.#server.prefix}m:`;
  }

  #entryKey(key: string): string {
    return `${this.#server.prefix}e:${key}`;
  }

  /**
   * A server that is full takes no marks, but it can forget: without its sequence no entry is
   * current, and what it is told on the channel is that everything may be out of date.
   */
  async #forgetAll(): Promise<void> {
    await this.#server.commands.unlink(this.#sequenceKey);
    await this.#server.commands.publish(this.#server.channel, 'all');
    void this.#unlink('');
  }

  /** Gives memory back; nobody can get these entries any more. By SCAN, which lets others through. */
  async #unlink(keyPrefix: string): Promise<void> {
    const pattern = `${this.#entryKey(keyPrefix)}*`;
    const { commands } = this.#server;
    let cursor = '0';
    try {
      do {
        const [next, keys] = await commands.scan(cursor, 'MATCH', pattern, 'COUNT', keysPerScan);
        if (keys.length > 0) await commands.unlink(...keys);
        cursor = next;
      } while (cursor !== '0' && !this.#isClosed);
    } catch {
      // They end by themselves, later.
    }
  }
}

type Found = readonly [
  lease: Buffer,
  body?: Buffer | null,
  leftMs?: number,
  grace?: Buffer,
  made?: Buffer,
  marks?: readonly Buffer[],
];

function readEntry([, body, leftMs, grace, made, marks = []]: Found): RemoteEntry | undefined {
  if (leftMs === undefined) return undefined;
  return {
    body: body ?? undefined,
    freshForMs: leftMs - Number(grace),
    keptForMs: leftMs,
    madeInMs: Number(made),
    marks: marks.map(String),
  };
}
