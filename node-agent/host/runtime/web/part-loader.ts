/** For parts that need another one only sometimes; what they import, they get at once. */
import type { WebPart } from './host-service-protocol.ts';

type LoadPart = (part: WebPart) => { readonly [name: string]: unknown };

const loader = { __proto__: null, load: undefined as LoadPart | undefined };

export function setPartLoader(load: LoadPart): void {
  loader.load = load;
}

export function loadPart(part: WebPart): ReturnType<LoadPart> {
  return (loader.load as LoadPart)(part);
}
