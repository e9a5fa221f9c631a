/** The nodes of one place: those that take runs, and how many there should be. */
import type { Place } from '../../../shared/nodes/place.ts';
import type { NodeView } from '../balancer.ts';
import type { Member } from '../member.ts';

export interface Locality<Node extends NodeView> {
  /** As its first node said. */
  readonly place: Place;
  members: Member<Node>[];
  /** Of the members, those that are not put aside. */
  healthy: number;
  /** Members, and nodes that are missed. */
  expected: number;
}

const nowhere: Place = { region: '', zone: '' };

export class Localities<Node extends NodeView> {
  readonly #byName = new Map<string, Locality<Node>>();

  /** Counts the nodes of every place anew. Returns whether there is a place that was not there before. */
  update(members: readonly Member<Node>[], missed: readonly Member<Node>[]): boolean {
    const before = this.#byName.size;
    for (const locality of this.#byName.values())
      Object.assign(locality, { members: [], healthy: 0, expected: 0 });
    for (const member of members) {
      const locality = this.#localityOf(member);
      locality.members.push(member);
      locality.expected++;
      if (!member.outliers.isEjected) locality.healthy++;
    }
    for (const member of missed) this.#localityOf(member).expected++;
    return this.#byName.size !== before;
  }

  /** By name, the same order whoever came first. Empty ones, too: nodes were there, and may be again. */
  get all(): readonly Locality<Node>[] {
    return [...this.#byName]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, locality]) => locality);
  }

  #localityOf({ node: { place = nowhere } }: Member<Node>): Locality<Node> {
    const name = nameOf(place);
    const known = this.#byName.get(name);
    if (known) return known;
    const locality = { place, members: [], healthy: 0, expected: 0 };
    this.#byName.set(name, locality);
    return locality;
  }
}

/** Nodes that name neither region nor zone are together where they are less than a degree apart. */
export function nameOf({ region, zone, coordinates }: Place): string {
  if (region !== '' || zone !== '' || !coordinates) return `${region}/${zone}`;
  return `${Math.round(coordinates.latitude)},${Math.round(coordinates.longitude)}`;
}
