/**
 * Secrets that a program may use and not see. It writes `{{secret:NAME}}` into a header's value;
 * on the way out, after everything was checked, that becomes the secret, where the request goes to
 * an origin it is allowed for. A response that has a secret in it, as it was sent or in one of the
 * usual disguises, is not passed on.
 */
import {
  type Destination,
  destinationOf,
  type EgressRule,
  leadsTo,
} from '../../shared/egress/egress-rule.ts';

/** Shorter ones might stand in a response by chance; what a header cannot hold is none either. */
export const secretPattern = /^[\x21-\x7e](?:[\x20-\x7e]{6,8190})[\x21-\x7e]$/;
export const secretNamePattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const placeholderPattern = /\{\{secret:([A-Za-z0-9_-]{1,64})\}\}/g;

export class Secret {
  readonly name: string;
  readonly #value: string;
  readonly #origins: readonly EgressRule[];
  /** How it would look in a response. */
  readonly #disguises: readonly Buffer[];

  constructor(name: string, value: string, origins: readonly EgressRule[]) {
    this.name = name;
    this.#value = value;
    this.#origins = origins;
    this.#disguises = disguisesOf(value);
  }

  isFor(destination: Destination): boolean {
    return this.#origins.some((origin) => leadsTo(origin, destination));
  }

  /** For the request alone. */
  reveal(): string {
    return this.#value;
  }

  isIn(bytes: Buffer): boolean {
    return this.#disguises.some((disguise) => bytes.includes(disguise));
  }
}

export type Filled =
  | { readonly name: 'filled'; readonly value: string; readonly used: readonly Secret[] }
  /** There is no such secret for this origin; which of both is not said. */
  | { readonly name: 'refused'; readonly secretName: string };

export class SecretStore {
  readonly #secrets: ReadonlyMap<string, Secret>;

  constructor(secrets: readonly Secret[]) {
    this.#secrets = new Map(secrets.map((secret) => [secret.name, secret]));
  }

  allFor(destination: Destination): Secret[] {
    return [...this.#secrets.values()].filter((secret) => secret.isFor(destination));
  }

  /** A header's value as it is sent to `url`. */
  fill(value: string, url: URL): Filled {
    const destination = destinationOf(url);
    const used: Secret[] = [];
    let refused: string | undefined;
    const filled = value.replaceAll(placeholderPattern, (placeholder, name: string) => {
      const secret = this.#secrets.get(name);
      if (!secret?.isFor(destination)) {
        refused ??= name;
        return placeholder;
      }
      used.push(secret);
      return secret.reveal();
    });
    return refused === undefined
      ? { name: 'filled', value: filled, used }
      : { name: 'refused', secretName: refused };
  }
}

export function hasPlaceholder(value: string): boolean {
  return value.search(placeholderPattern) !== -1;
}

function disguisesOf(value: string): Buffer[] {
  const bytes = Buffer.from(value);
  const percent = encodeURIComponent(value);
  const texts = [
    value,
    percent,
    percent.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    percent.replaceAll('%20', '+'),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(value).slice(1, -1).replaceAll('/', String.raw`\/`),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64Inside(bytes, offset)),
  ];
  return [...new Set(texts)].map((text) => Buffer.from(text));
}

/** What is always there of it in the Base64 of a longer text in which it begins at `offset`. */
function base64Inside(bytes: Buffer, offset: number): string[] {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url');
  const first = offset === 0 ? 0 : offset + 1;
  const isWhole = (offset + bytes.length) % 3 === 0;
  const inside = text.slice(first, isWhole ? undefined : -1);
  return [inside, inside.replaceAll('-', '+').replaceAll('_', '/')];
}
