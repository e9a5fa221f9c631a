/**
 * The certificates of one end of TLS, from files that are watched, in the form in which gRPC takes
 * certificates that may change: whoever connects after a change meets the new ones, and connections
 * that are there stay.
 */
import type { Authorities, Identity } from './certificates.ts';
import type { WatchedFiles } from './watched-files.ts';

interface CertificateSourceParts {
  readonly identity?: WatchedFiles<Identity>;
  /** Of whom the other end may have its certificate: any of them. */
  readonly authorities: readonly WatchedFiles<Authorities>[];
}

type CaListener = (update: { caCertificate: Buffer } | null) => void;
type IdentityListener = (update: { certificate: Buffer; privateKey: Buffer } | null) => void;

/** A CertificateProvider of grpc-js. */
export class CertificateSource {
  readonly #parts: CertificateSourceParts;
  readonly #caListeners = new Map<CaListener, (() => void)[]>();
  readonly #identityListeners = new Map<IdentityListener, (() => void)[]>();

  constructor(parts: CertificateSourceParts) {
    this.#parts = parts;
  }

  get hasAuthorities(): boolean {
    return this.#parts.authorities.length > 0;
  }

  get hasIdentity(): boolean {
    return this.#parts.identity !== undefined;
  }

  addCaCertificateListener(listener: CaListener): void {
    const { authorities } = this.#parts;
    const tell = (): void =>
      listener({ caCertificate: Buffer.concat(authorities.map(({ value }) => value.pem)) });
    subscribe(this.#caListeners, listener, authorities, tell);
  }

  removeCaCertificateListener(listener: CaListener): void {
    unsubscribe(this.#caListeners, listener);
  }

  addIdentityCertificateListener(listener: IdentityListener): void {
    const { identity } = this.#parts;
    if (identity)
      subscribe(this.#identityListeners, listener, [identity], () => listener(identity.value));
  }

  removeIdentityCertificateListener(listener: IdentityListener): void {
    unsubscribe(this.#identityListeners, listener);
  }

  close(): void {
    this.#parts.identity?.close();
    for (const files of this.#parts.authorities) files.close();
  }
}

function subscribe<Listener>(
  listeners: Map<Listener, (() => void)[]>,
  listener: Listener,
  files: readonly WatchedFiles<unknown>[],
  tell: () => void,
): void {
  listeners.set(
    listener,
    files.map((one) => one.onChange(tell)),
  );
  // Whoever adds a listener is not ready for it yet.
  queueMicrotask(() => {
    if (listeners.has(listener)) tell();
  });
}

function unsubscribe<Listener>(listeners: Map<Listener, (() => void)[]>, listener: Listener): void {
  for (const stop of listeners.get(listener) ?? []) stop();
  listeners.delete(listener);
}
