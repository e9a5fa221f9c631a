/**
 * The nearest nodes that are well first, and among those by a policy. A client that does not say where
 * it is has all nodes.
 *
 * What is near to whom is worked out once for each origin, and kept; coordinates that are less than a
 * degree apart are one origin.
 */
import type { Place } from '../../../shared/nodes/place.ts';
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import type { Group } from '../group.ts';
import type { Member } from '../member.ts';
import { Level } from './level.ts';
import { Localities, type Locality, nameOf } from './locality.ts';
import { rankLocalities } from './rank-localities.ts';
import { Route } from './route.ts';

/** In the place of degrees where there are none. */
const nowhere = 1_000_000;
/** Beyond that many origins all are worked out anew: clients may name what they like. */
const routesMax = 1_024;

interface GeographyParts<Node extends NodeView> {
  newGroup(): Group<Node>;
  readonly draw: Draw;
}

export class Geography<Node extends NodeView> {
  readonly #parts: GeographyParts<Node>;
  readonly #everywhere: Group<Node>;
  readonly #localities = new Localities<Node>();
  /** By the names of their places. */
  readonly #levels = new Map<string, Level<Node>>();
  /** By region, zone and coordinates: a key made of all three would be made at every pick. */
  readonly #routes = new Map<string, Map<string, Map<number, Route<Node>>>>();
  #routeCount = 0;
  #nowMs = 0;

  constructor(parts: GeographyParts<Node>) {
    this.#parts = parts;
    this.#everywhere = parts.newGroup();
  }

  update(members: readonly Member<Node>[], missed: readonly Member<Node>[], nowMs: number): void {
    this.#nowMs = nowMs;
    this.#everywhere.update(members);
    if (this.#localities.update(members, missed)) this.#forgetRoutes();
    for (const level of this.#levels.values()) level.update(nowMs);
    this.#sharesChanged();
  }

  tick(nowMs: number): void {
    this.#nowMs = nowMs;
    let isChanged = false;
    for (const level of this.#levels.values()) isChanged = level.tick(nowMs) || isChanged;
    if (isChanged) this.#sharesChanged();
  }

  pick(request: PickRequest): Member<Node> | undefined {
    const { origin } = request;
    if (!origin) return this.#everywhere.pick(request);
    return this.#routeFrom(origin).pick(request, this.#parts.draw);
  }

  #routeFrom(origin: Place): Route<Node> {
    const at = degreesOf(origin);
    return (
      this.#routes.get(origin.region)?.get(origin.zone)?.get(at) ?? this.#workOutRoute(origin, at)
    );
  }

  #workOutRoute(origin: Place, at: number): Route<Node> {
    if (this.#routeCount >= routesMax) {
      this.#forgetRoutes();
      // Which places are as near as one another differs from origin to origin.
      this.#levels.clear();
    }
    const ranked = rankLocalities(this.#localities.all, origin);
    const route = new Route(ranked.map((localities) => this.#levelOf(localities)));
    const zones = this.#routes.getOrInsertComputed(origin.region, () => new Map());
    zones.getOrInsertComputed(origin.zone, () => new Map()).set(at, route);
    this.#routeCount++;
    return route;
  }

  #levelOf(localities: readonly Locality<Node>[]): Level<Node> {
    const name = localities.map(({ place }) => nameOf(place)).join(' ');
    const known = this.#levels.get(name);
    if (known) return known;
    const level = new Level(localities, this.#parts.newGroup());
    level.update(this.#nowMs);
    this.#levels.set(name, level);
    return level;
  }

  #forgetRoutes(): void {
    this.#routes.clear();
    this.#routeCount = 0;
  }

  #sharesChanged(): void {
    for (const zones of this.#routes.values())
      for (const routes of zones.values())
        for (const route of routes.values()) route.sharesChanged();
  }
}

function degreesOf({ coordinates }: Place): number {
  if (!coordinates) return nowhere;
  return Math.round(coordinates.latitude) * 1_000 + Math.round(coordinates.longitude);
}
