/**
 * Makes a program of each part of the web APIs that guests find (node-agent/host/runtime/web): a
 * function of `require` and `module`, which a context runs when it first needs the part. What the
 * parts share, kit.ts and one another's part.ts, stays outside; packages are put in.
 */
import { readdirSync, readFileSync } from 'node:fs';
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

/** Every part's text and the notices of what is in them, by path below the generated folder. */
export function generateWebParts(): Map<string, string> {
  const parts = webParts.map((part) => ({ part, ...generateWebPart(part) }));
  const packages = new Set(parts.flatMap((made) => made.packages));
  const files = parts.map(({ part, text }) => [`web-${part}.js`, text] as const);
  return new Map([...files, ['third-party-notices.txt', noticesOf([...packages].toSorted())]]);
}

/** What the licenses of packages ask those to carry along who pass them on. */
function noticesOf(packages: readonly string[]): string {
  const notices = packages.map((name) => {
    const folder = `node_modules/${name}`;
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} could not be bundled: it has no license file`);
    const rule = '='.repeat(name.length);
    return `${name}\n${rule}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
  return `These packages are in the programs beside this file.\n\n${notices.join('\n\n')}`;
}

function generateWebPart(part: WebPart): { text: string; packages: string[] } {
  const entryPoint = `${webFolder}/${part}/part.ts`;
  const { outputFiles, metafile } = buildSync({
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
      inject: [
        `${webFolder}/package-world.ts`,
        ...(part === 'url' ? [`${webFolder}/url/text-codec.ts`] : []),
      ],
      define: { globalThis: 'packageWorld' },
    }),
    alias: replacements[part] ?? {},
    // What is made does not depend on where the packages really lie.
    preserveSymlinks: true,
    write: false,
    metafile: true,
  });
  const bundled = outputFiles[0]?.text ?? '';
  const packages = Object.keys(metafile.inputs).flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  const text = `// Made by tools/generate-web-parts.ts from ${entryPoint}.\n(function (require, module) {\n'use strict';\n${bundled}})\n//# sourceURL=${runtimeFileName}\n`;
  return { text, packages };
}
