/** Whether what a document points at is there. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TextFile } from './project-files.ts';

/** `[text](target)`, an image, or `[word]: target` on a line of its own. */
const inlineLink = /\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const referenceLink = /^\s{0,3}\[[^\]]+\]:\s*<?(\S+?)>?$/gm;
const elsewhere = /^[a-z][a-z+.-]*:/i;

/** The relative links of a Markdown file that lead nowhere, as `path: target`. */
export function brokenLinks({ path, text }: TextFile, folder: string): string[] {
  const prose = withoutCode(text);
  const targets = [...prose.matchAll(inlineLink), ...prose.matchAll(referenceLink)]
    .map(([, target = '']) => target)
    .filter((target) => !elsewhere.test(target));
  return targets
    .filter((target) => !isThere(target, join(folder, path)))
    .map((target) => `${path}: ${target}`);
}

function isThere(target: string, document: string): boolean {
  const [file = '', anchor] = decodeURIComponent(target).split('#');
  const place = file === '' ? document : join(dirname(document), file);
  if (!existsSync(place)) return false;
  if (anchor === undefined || statSync(place).isDirectory()) return anchor === undefined;
  return anchorsOf(readFileSync(place, 'utf8')).has(anchor);
}

/** A heading's anchor as GitHub makes it. */
function anchorsOf(text: string): Set<string> {
  const headings = [...withoutCode(text, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)];
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Quoted code holds no links. */
function withoutCode(text: string, inline: string | undefined = '``'): string {
  const prose = text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return inline === '' ? prose : prose.replaceAll(/`[^`\n]+`/g, inline ?? '');
}
