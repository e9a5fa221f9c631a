/** The folder of `--data-dir`: one coordinator's own, for all that it keeps in files. */
import { mkdir } from 'node:fs/promises';
import { FolderLock } from './folder-lock.ts';
import { attempt } from './store-errors.ts';

export class DataFolder {
  readonly path: string;
  readonly #lock: FolderLock;

  private constructor(path: string, lock: FolderLock) {
    this.path = path;
    this.#lock = lock;
  }

  /** Makes the folder where there is none. Rejects with STORE_UNAVAILABLE. */
  static async open(path: string): Promise<DataFolder> {
    return attempt(`use the data folder ${path}`, async () => {
      await mkdir(path, { recursive: true });
      return new DataFolder(path, await takeLock(path));
    });
  }

  /** After this another coordinator may open it: nothing is written any more. */
  close(): void {
    this.#lock.release();
  }
}

async function takeLock(path: string): Promise<FolderLock> {
  try {
    return await FolderLock.take(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error('another coordinator uses it', { cause: error });
  }
}
