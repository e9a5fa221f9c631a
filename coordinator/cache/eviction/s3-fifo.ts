/**
 * S3-FIFO (Yang et al., "FIFO queues are all you need for cache eviction", SOSP 2023).
 *
 *             new ──▶ small ──used twice, or more──▶ main ──▶ gone, unless used since: then again main
 *                       │                             ▲
 *                       └──────▶ ghost (keys only) ───┘ if it comes back
 *
 * What is asked for once, as in a scan, passes through the small queue and pushes nothing out of the
 * main one. It adapts at once to what is new, where what counts frequencies is slow.
 */
import type { EvictionPolicy, OnEvicted } from './eviction-policy.ts';
import { LinkedQueue, QueueNode } from './linked-queue.ts';

const smallShare = 0.1;
const usesMax = 3;
/** So many uses in the small queue take a key to the main one. */
const usesToStay = 2;

export class S3Fifo implements EvictionPolicy {
  readonly #onEvicted: OnEvicted;
  readonly #nodes = new Map<string, QueueNode>();
  readonly #ghosts = new Map<string, QueueNode>();
  readonly #small = new LinkedQueue();
  readonly #main = new LinkedQueue();
  readonly #ghost = new LinkedQueue();
  #weightMax: number;

  constructor(weightMax: number, onEvicted: OnEvicted) {
    this.#weightMax = weightMax;
    this.#onEvicted = onEvicted;
  }

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  touch(key: string): boolean {
    const node = this.#nodes.get(key);
    if (!node) return false;
    if (node.uses < usesMax) node.uses++;
    return true;
  }

  insert(key: string, weight: number): void {
    this.remove(key);
    this.#makeRoom(weight);
    const node = new QueueNode(key, weight);
    const wasHere = this.#forgetGhost(key);
    this.#nodes.set(key, node);
    (wasHere ? this.#main : this.#small).push(node);
  }

  remove(key: string): void {
    const node = this.#nodes.get(key);
    if (!node) return;
    this.#nodes.delete(key);
    node.queue?.remove(node);
  }

  resize(weightMax: number): void {
    this.#weightMax = weightMax;
    this.#makeRoom(0);
    this.#trimGhosts();
  }

  get #smallMax(): number {
    return this.#weightMax * smallShare;
  }

  #makeRoom(weight: number): void {
    while (this.#small.weight + this.#main.weight + weight > this.#weightMax) {
      const isSmallFull = this.#small.weight + weight > this.#smallMax;
      const node = (isSmallFull && this.#leaveSmall()) || this.#leaveMain() || this.#leaveSmall();
      if (!node) return;
      this.#nodes.delete(node.key);
      this.#onEvicted(node.key);
    }
  }

  /** What goes out of the small queue, or on its behalf out of the main one. */
  #leaveSmall(): QueueNode | undefined {
    for (let node = this.#small.first; node; node = this.#small.first) {
      if (node.uses < usesToStay) {
        this.#small.remove(node);
        this.#remember(node);
        return node;
      }
      node.uses = 0;
      this.#main.push(node);
      if (this.#main.weight > this.#weightMax - this.#smallMax) return this.#leaveMain();
    }
    return undefined;
  }

  #leaveMain(): QueueNode | undefined {
    for (let node = this.#main.first; node; node = this.#main.first) {
      if (node.uses === 0) {
        this.#main.remove(node);
        return node;
      }
      node.uses--;
      this.#main.push(node);
    }
    return undefined;
  }

  #remember({ key, weight }: QueueNode): void {
    const ghost = new QueueNode(key, weight);
    this.#ghosts.set(key, ghost);
    this.#ghost.push(ghost);
    this.#trimGhosts();
  }

  #trimGhosts(): void {
    while (this.#ghost.weight > this.#weightMax - this.#smallMax && this.#ghost.first)
      this.#forgetGhost(this.#ghost.first.key);
  }

  #forgetGhost(key: string): boolean {
    const ghost = this.#ghosts.get(key);
    if (!ghost) return false;
    this.#ghosts.delete(key);
    this.#ghost.remove(ghost);
    return true;
  }
}
