/**
 * Makes a program of each part of the web APIs that guests find (node-agent/host/runtime/web): a
 * function of `require` and `module`, which a context runs when it first needs the part. What the
 * parts share, kit.ts and one another's part.ts, stays outside; packages are put in.
 */
import { buildSync } from 'esbuild';
import { runtimeFileName } from '../node-agent/host/runtime/runtime-protocol.ts';
import { type WebPart, webParts } from '../node-agent/host/runtime/web/host-service-protocol.ts';

const webFolder = 'node-agent/host/runtime/web';
/** What packages are given in the place of others. */
const replacements: Partial<Record<WebPart, Record<string, string>>> = {
  url: {
    tr46: `./${webFolder}/url/tr46.ts`,
    '@exodus/bytes/encoding.js': `./${webFolder}/url/percent-encode.ts`,
    '@exodus/bytes/whatwg.js': `./${webFolder}/url/percent-encode.ts`,
  },
};

/** Of packages that look around when they are loaded. */
const worldlyParts: readonly WebPart[] = ['encoding', 'encoding-tables', 'url', 'url-pattern'];

/** Every part's text, by its path below the generated folder. */
export function generateWebParts(): Map<string, string> {
  return new Map(webParts.map((part) => [`web-${part}.js`, generateWebPart(part)]));
}

function generateWebPart(part: WebPart): string {
  const entryPoint = `${webFolder}/${part}/part.ts`;
  const { outputFiles } = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'esnext',
    // One byte a character, also in a context's memory; tables would be three times as long.
    charset: part === 'encoding-tables' ? 'utf8' : 'ascii',
    legalComments: 'inline',
    external: ['./kit.ts', '../kit.ts', '../*/part.ts'],
    minifyWhitespace: part === 'encoding-tables',
    ...(worldlyParts.includes(part) && {
      inject: [`${webFolder}/package-world.ts`],
      define: { globalThis: 'packageWorld' },
    }),
    alias: replacements[part] ?? {},
    write: false,
  });
  const bundled = outputFiles[0]?.text ?? '';
  return `// Made by tools/generate-web-parts.ts from ${entryPoint}.\n(function (require, module) {\n'use strict';\n${bundled}})\n//# sourceURL=${runtimeFileName}\n`;
}
