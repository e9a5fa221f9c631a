/**
 * What an agent shows to coordinators: nothing where its certificate is enough, else a token. A
 * join token expires; coordinators exchange it for ones that do so later, good with all of them.
 */
import { Metadata } from '@grpc/grpc-js';

export class NodeCredential {
  #token: string | undefined;

  constructor(token: string | undefined) {
    this.#token = token;
  }

  replace(token: string): void {
    this.#token = token;
  }

  metadata(): Metadata {
    const metadata = new Metadata({ waitForReady: true });
    if (this.#token !== undefined) metadata.set('authorization', `Bearer ${this.#token}`);
    return metadata;
  }
}
