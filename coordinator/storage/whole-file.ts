/** Files that are there whole or not at all, whatever ends the process or the machine. */
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ends the name of what was being written when the process ended. */
export const unfinishedSuffix = '.unfinished';

/** Resolves when the text is on the disk under its name. One writer a path at a time. */
export async function writeWholeFile(path: string, text: string): Promise<void> {
  const unfinished = path + unfinishedSuffix;
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}

/** What was created, renamed or removed in a folder is on the disk when the folder itself is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
