/**
 * The nodes connected to this coordinator. Publishes the list of those that take new runs as an
 * immutable array, made anew only when membership changes.
 */
import type { NodeSession } from './node-session.ts';

export class NodeRegistry {
  readonly #sessions = new Map<string, NodeSession>();
  readonly #suspects = new Set<NodeSession>();
  /** By id, for an agent may dial anew. */
  readonly #cordoned = new Set<string>();
  readonly #removed = new Set<string>();
  #active: readonly NodeSession[] = [];

  /** Those that take new runs. */
  get active(): readonly NodeSession[] {
    return this.#active;
  }

  /** All, by id. */
  get all(): readonly NodeSession[] {
    return [...this.#sessions.values()].toSorted((a, b) => (a.nodeId < b.nodeId ? -1 : 1));
  }

  get(nodeId: string): NodeSession | undefined {
    return this.#sessions.get(nodeId);
  }

  /** The node of sessions that are there, while it runs what is in them: a cordon is not theirs. */
  home(nodeId: string): NodeSession | undefined {
    const session = this.get(nodeId);
    return session?.state === 'active' && !this.#suspects.has(session) ? session : undefined;
  }

  /** Takes the place of another of its id. */
  add(session: NodeSession): void {
    this.#sessions.set(session.nodeId, session);
    this.refresh();
  }

  remove(session: NodeSession): void {
    if (this.get(session.nodeId) === session) this.#sessions.delete(session.nodeId);
    this.#suspects.delete(session);
    this.refresh();
  }

  /** It may be gone: it keeps what it has and gets nothing new. */
  suspect(session: NodeSession): void {
    this.#suspects.add(session);
    this.refresh();
  }

  /** It is well after all. */
  trust(session: NodeSession): void {
    this.#suspects.delete(session);
    this.refresh();
  }

  /** It is here, and may be gone. */
  isSuspected(nodeId: string): boolean {
    const session = this.get(nodeId);
    return session !== undefined && this.#suspects.has(session);
  }

  /** It keeps what it has and gets nothing new. */
  cordon(nodeId: string): void {
    this.#cordoned.add(nodeId);
    this.refresh();
  }

  /** It is to leave, and not to come back. */
  ban(nodeId: string): void {
    this.#removed.add(nodeId);
    this.cordon(nodeId);
  }

  /** Undoes both. False where there was nothing to undo. */
  uncordon(nodeId: string): boolean {
    const wasRemoved = this.#removed.delete(nodeId);
    const wasCordoned = this.#cordoned.delete(nodeId);
    this.refresh();
    return wasRemoved || wasCordoned;
  }

  isCordoned(nodeId: string): boolean {
    return this.#cordoned.has(nodeId);
  }

  isBanned(nodeId: string): boolean {
    return this.#removed.has(nodeId);
  }

  /** After a session's state has changed. */
  refresh(): void {
    this.#active = [...this.#sessions.values()].filter(
      (session) =>
        session.state === 'active' &&
        !this.#suspects.has(session) &&
        !this.#cordoned.has(session.nodeId),
    );
  }
}
