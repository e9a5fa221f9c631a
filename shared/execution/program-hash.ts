/** A program's identity: what is cached, kept warm and blamed under one name. */
import { hash } from 'node:crypto';
import type { Program } from './execution.ts';
import type { ProgramModule } from './program-module.ts';

/**
 * SHA-256 in hex over everything that decides how the text is read. No two programs are hashed
 * from one text: names hold no line break, and only what can import begins with `MODULES`.
 */
export function programHash(program: Omit<Program, 'hash'>): string {
  const { kind, language, fileName, source, modules } = program;
  const text = `${kind}\n${language}\n${fileName}\n${source}`;
  if (!modules) return sha256(text);
  return sha256(['MODULES', sha256(text), ...modules.map(moduleLine).toSorted()].join('\n'));
}

function moduleLine({ path, kind, text }: ProgramModule): string {
  return `${path}\n${kind}\n${sha256(text)}`;
}

function sha256(text: string): string {
  return hash('sha256', text);
}
