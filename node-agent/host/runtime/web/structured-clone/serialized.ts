/**
 * A value on its way through structuredClone: taken apart completely before anything is made of
 * it again, so that what cannot be cloned is found before any buffer is detached.
 */
export type Serialized =
  | { readonly name: 'primitive'; readonly value: unknown }
  | { readonly name: 'object'; readonly record: ObjectRecord };

/** How an object is made again. `make` is called once; `fill` after it is known to those it holds. */
export interface ObjectRecord {
  readonly make: () => object;
  fill?: (target: never) => void;
}

/** Takes apart what an object holds. */
export interface PartSerializer {
  readonly deserializer: Deserializer;
  value(value: unknown): Serialized;
}

export class Deserializer {
  readonly #made = new Map<ObjectRecord, object>();

  value(serialized: Serialized): unknown {
    return serialized.name === 'primitive' ? serialized.value : this.object(serialized.record);
  }

  object(record: ObjectRecord): object {
    const known = this.#made.get(record);
    if (known !== undefined) return known;
    const made = record.make();
    this.#made.set(record, made);
    record.fill?.(made as never);
    return made;
  }
}
