/**
 * W-TinyLFU (Einziger, Friedman and Manes, 2017; Caffeine's policy without its adaptive window).
 *
 *   new ──▶ window (1 %) ──asked for more often than the one on trial longest──▶ trial ──used──▶ kept
 *                      └── else gone                                   ▲               (80 % of main)
 *                                                                      └── unused for longest ──┘
 *
 * It holds on to what is asked for often, and so stands loops that are larger than the store, which
 * nothing that goes by age does.
 */
import type { EvictionPolicy, OnEvicted } from './eviction-policy.ts';
import { FrequencySketch, hashOfKey } from './frequency-sketch.ts';
import { LinkedQueue, QueueNode } from './linked-queue.ts';

const windowShare = 0.01;
const keptShareOfMain = 0.8;

export class WTinyLfu implements EvictionPolicy {
  readonly #onEvicted: OnEvicted;
  readonly #sketch: FrequencySketch;
  readonly #nodes = new Map<string, QueueNode>();
  readonly #window = new LinkedQueue();
  readonly #trial = new LinkedQueue();
  readonly #kept = new LinkedQueue();
  #weightMax = 0;
  #windowMax = 0;
  #keptMax = 0;

  /** `keysExpected` is about how many of them it will hold. */
  constructor(weightMax: number, keysExpected: number, onEvicted: OnEvicted) {
    this.#setBounds(weightMax);
    this.#sketch = new FrequencySketch(keysExpected);
    this.#onEvicted = onEvicted;
  }

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  touch(key: string): boolean {
    const node = this.#nodes.get(key);
    if (!node) return false;
    this.#sketch.count(node.hash);
    if (node.queue === this.#window) this.#window.push(node);
    else {
      this.#kept.push(node);
      while (this.#kept.weight > this.#keptMax && this.#kept.first)
        this.#trial.push(this.#kept.first);
    }
    return true;
  }

  insert(key: string, weight: number): void {
    this.remove(key);
    const node = new QueueNode(key, weight, hashOfKey(key));
    this.#sketch.count(node.hash);
    this.#nodes.set(key, node);
    this.#window.push(node);
    this.#makeRoom();
  }

  remove(key: string): void {
    const node = this.#nodes.get(key);
    if (!node) return;
    this.#nodes.delete(key);
    node.queue?.remove(node);
  }

  resize(weightMax: number): void {
    this.#setBounds(weightMax);
    this.#makeRoom();
  }

  /** Worked out once: what is worked out at each use would have to be put somewhere. */
  #setBounds(weightMax: number): void {
    this.#weightMax = weightMax;
    this.#windowMax = Math.ceil(weightMax * windowShare);
    this.#keptMax = Math.floor((weightMax - this.#windowMax) * keptShareOfMain);
  }

  get #weight(): number {
    return this.#window.weight + this.#trial.weight + this.#kept.weight;
  }

  #makeRoom(): void {
    // The newest stays in the window, however small that is.
    for (
      let candidate = this.#window.first;
      candidate?.after && this.#window.weight > this.#windowMax;
      candidate = this.#window.first
    )
      this.#leaveWindow(candidate);
    while (this.#weight > this.#weightMax) {
      const victim = this.#trial.first ?? this.#kept.first ?? this.#window.first;
      if (!victim) return;
      this.#evict(victim);
    }
  }

  #leaveWindow(candidate: QueueNode): void {
    const own = this.#sketch.estimate(candidate.hash);
    while (this.#weight > this.#weightMax) {
      const victim = this.#trial.first ?? this.#kept.first;
      if (!victim || own <= this.#sketch.estimate(victim.hash)) return this.#evict(candidate);
      this.#evict(victim);
    }
    this.#trial.push(candidate);
  }

  #evict(node: QueueNode): void {
    this.remove(node.key);
    this.#onEvicted(node.key);
  }
}
