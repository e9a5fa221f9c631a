/** JSON in files that tell when they are not what was written: a disk may lose some, or change it. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { storeDamaged } from './store-errors.ts';
import { writeWholeFile } from './whole-file.ts';

/** Raised when what is written today could not be read by what was written before. */
const formatVersion = 1;

/** Resolves when it is on the disk, whole. One writer a path at a time. */
export async function writeSealed(path: string, content: object): Promise<void> {
  const text = JSON.stringify(content);
  const head = JSON.stringify({ formatVersion, sha256: hash('sha256', text) });
  await writeWholeFile(path, `${head}\n${text}\n`);
}

/** Undefined where there is no such file. Rejects with STORE_DAMAGED. */
export async function readSealed(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const [head = '', body = ''] = text.split('\n');
  const seal = readHead(head);
  if (seal?.formatVersion !== undefined && seal.formatVersion !== formatVersion)
    throw storeDamaged(path, `it is of format ${seal.formatVersion}, not ${formatVersion}`);
  if (seal?.sha256 !== hash('sha256', body))
    throw storeDamaged(path, 'its checksum does not fit; some of it is lost or changed');
  return JSON.parse(body);
}

function readHead(head: string): { formatVersion?: number; sha256?: string } | undefined {
  try {
    return JSON.parse(head) as { formatVersion?: number; sha256?: string };
  } catch {
    return undefined;
  }
}
