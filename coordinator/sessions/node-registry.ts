/**
 * The nodes connected to this coordinator. Publishes the list of those that take new runs as an
 * immutable array, made anew only when membership changes.
 */
import type { NodeSession } from './node-session.ts';

export class NodeRegistry {
  readonly #sessions = new Map<string, NodeSession>();
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

  /** Its id is not in use. */
  add(session: NodeSession): void {
    this.#sessions.set(session.nodeId, session);
    this.refresh();
  }

  remove(session: NodeSession): void {
    this.#sessions.delete(session.nodeId);
    this.refresh();
  }

  /** After a session's state has changed. */
  refresh(): void {
    this.#active = [...this.#sessions.values()].filter(({ state }) => state === 'active');
  }
}
