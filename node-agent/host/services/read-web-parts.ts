/** The programs of the web APIs' parts, as texts: read once, before the host is locked. */
import { readFileSync } from 'node:fs';
import { type WebPart, webParts } from '../runtime/web/host-service-protocol.ts';

export type WebPartSources = ReadonlyMap<WebPart, string>;

/** `generatedFolder` is where tools/generate-web-parts.ts puts them. */
export function readWebParts(generatedFolder: URL): WebPartSources {
  return new Map(
    webParts.map((part) => [
      part,
      readFileSync(new URL(`web-${part}.js`, generatedFolder), 'utf8'),
    ]),
  );
}
