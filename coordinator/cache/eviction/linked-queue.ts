/**
 * Keys in a line, with their weights. A policy moves a key from one line to another, or back to the
 * end of its own, at each use, so that this must cost a few pointers and allocate nothing.
 */
export class QueueNode {
  readonly key: string;
  /** 32 bits that stand for the key in a sketch. */
  readonly hash: number;
  weight: number;
  /** How often it was used of late, as its policy counts it. */
  uses = 0;
  queue: LinkedQueue | undefined;
  before: QueueNode | undefined;
  after: QueueNode | undefined;

  constructor(key: string, weight: number, hash = 0) {
    this.key = key;
    this.weight = weight;
    this.hash = hash;
  }
}

export class LinkedQueue {
  #first: QueueNode | undefined;
  #last: QueueNode | undefined;
  #weight = 0;

  /** The one that has been in line longest. */
  get first(): QueueNode | undefined {
    return this.#first;
  }

  get weight(): number {
    return this.#weight;
  }

  /** Leaves the line that it was in. */
  push(node: QueueNode): void {
    node.queue?.remove(node);
    node.queue = this;
    node.before = this.#last;
    if (this.#last) this.#last.after = node;
    else this.#first = node;
    this.#last = node;
    this.#weight += node.weight;
  }

  remove(node: QueueNode): void {
    if (node.before) node.before.after = node.after;
    else this.#first = node.after;
    if (node.after) node.after.before = node.before;
    else this.#last = node.before;
    node.before = undefined;
    node.after = undefined;
    node.queue = undefined;
    this.#weight -= node.weight;
  }
}
