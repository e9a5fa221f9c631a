/**
 * Runs a part of the web APIs in this context, at its first use: a program that uses none of it
 * pays nothing for it. The host holds the text. A part runs after guest code did and may find the
 * language patched; all it can be made to do then is what the guest could do itself.
 */
import {
  indirectEval,
  MapConstructor,
  mapGet,
  mapSet,
  TypeErrorConstructor,
} from '../intrinsics.ts';
import { askHost } from './host-port.ts';
import { hostServices, type WebPart, webParts } from './host-service-protocol.ts';
import * as kit from './kit.ts';
import { setPartLoader } from './part-loader.ts';

type Exports = { readonly [name: string]: unknown };
type PartProgram = (require: (path: string) => unknown, module: { exports: unknown }) => void;

setPartLoader(usePart);

const loaded = new MapConstructor<WebPart, { readonly exports: unknown }>();

export function usePart(part: WebPart): Exports {
  const known = mapGet(loaded, part);
  if (known !== undefined) return known.exports as Exports;
  const program = indirectEval(askHost(hostServices.partSource, part) as string) as PartProgram;
  const module = { __proto__: null, exports: {} };
  // Before it runs, should it come across a global that it is to bring.
  mapSet(loaded, part, module);
  program(requireByPath, module);
  return module.exports;
}

/** The paths are those that the parts' sources import by. */
function requireByPath(path: string): unknown {
  if (path === '../kit.ts' || path === './kit.ts') return kit;
  for (let index = 0; index < webParts.length; index++) {
    const part = webParts[index] as WebPart;
    if (path === `../${part}/part.ts`) return usePart(part);
  }
  throw new TypeErrorConstructor(`No part of the web APIs: ${path}`);
}
