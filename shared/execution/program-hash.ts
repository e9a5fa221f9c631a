/** A program's identity: what is cached, kept warm and blamed under one name. */
import { hash } from 'node:crypto';
import type { Program } from './execution.ts';

/** SHA-256 in hex over everything that decides how the text is read. */
export function programHash({ kind, language, fileName, source }: Omit<Program, 'hash'>): string {
  return hash('sha256', `${kind}\n${language}\n${fileName}\n${source}`);
}
