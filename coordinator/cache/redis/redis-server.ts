/**
 * Connections to one Redis, which is allowed to be slow or gone. A command is tried once, at once, or
 * fails: who has to wait, and for how long, is decided by those who call. All commands share one
 * connection, on which they are not in each other's way; listening takes another. They come back by
 * themselves.
 */
import { hash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Random } from '../../../shared/random/random.ts';

interface RedisServerParts {
  readonly url: string;
  readonly random: Random;
  /** Of trouble with a connection, in words; called for every attempt that fails. */
  readonly troubled: (what: string) => void;
}

/** Reconnecting must not take long, nor may all coordinators do it at once. */
const reconnectMsMin = 100;
const reconnectMsMax = 500;
const connectMsMax = 2_000;
/** A connection that says nothing for so long, while something is asked of it, is given up. */
const silentMsMax = 5_000;

/** A program that the server runs, by the hash of its text. */
export interface RedisScript {
  readonly text: string;
  readonly sha1: string;
}

export function redisScript(text: string): RedisScript {
  return { text, sha1: hash('sha1', text) };
}

type Argument = string | number | Buffer;

export class RedisServer {
  /** Before every key, so that what else is in the server is nobody's concern here. */
  readonly prefix = 'isopod:cache:';
  readonly #parts: RedisServerParts;
  readonly #commands: Redis;
  #listener: Redis | undefined;

  constructor(parts: RedisServerParts) {
    this.#parts = parts;
    this.#commands = this.#connect();
  }

  /** Channels know no databases; this one does. */
  get channel(): string {
    return `${this.prefix}changes:${this.#commands.options.db ?? 0}`;
  }

  get commands(): Redis {
    return this.#commands;
  }

  /** A connection of its own; there is one. */
  listener(): Redis {
    this.#listener ??= this.#connect();
    return this.#listener;
  }

  /** What it returns is as the script says, texts as Buffers. */
  async run(
    script: RedisScript,
    keys: readonly string[],
    args: readonly Argument[],
  ): Promise<unknown> {
    const rest = [keys.length, ...keys, ...args];
    try {
      return await this.#commands.callBuffer('EVALSHA', [script.sha1, ...rest]);
    } catch (error) {
      if (!String(error).includes('NOSCRIPT')) throw error;
      return this.#commands.callBuffer('EVAL', [script.text, ...rest]);
    }
  }

  close(): void {
    this.#commands.disconnect();
    this.#listener?.disconnect();
  }

  #connect(): Redis {
    const { url, random, troubled } = this.#parts;
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      connectTimeout: connectMsMax,
      socketTimeout: silentMsMax,
      retryStrategy: () => reconnectMsMin + (reconnectMsMax - reconnectMsMin) * random.next(),
    });
    redis.on('error', (error: Error) => troubled(error.message));
    return redis;
  }
}
