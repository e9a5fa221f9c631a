/** What outlives a call, wherever it is kept: in files where there is a folder for it, else in memory. */
import { FileFunctionStore } from './functions/file-function-store.ts';
import type { FunctionStore } from './functions/function-store.ts';
import { MemoryFunctionStore } from './functions/memory-function-store.ts';
import { DataFolder } from './storage/data-folder.ts';

export interface Stores {
  readonly functions: FunctionStore;
  close(): Promise<void>;
}

/** Without `dataDir` all is in memory. Rejects with STORE_UNAVAILABLE or STORE_DAMAGED. */
export async function openStores(dataDir: string | undefined): Promise<Stores> {
  return dataDir === undefined ? memoryStores() : fileStores(await DataFolder.open(dataDir));
}

export function memoryStores(): Stores {
  const functions = new MemoryFunctionStore();
  return { functions, close: () => functions.close() };
}

async function fileStores(folder: DataFolder): Promise<Stores> {
  try {
    const functions = await FileFunctionStore.open(folder);
    const close = async (): Promise<void> => {
      await functions.close();
      folder.close();
    };
    return { functions, close };
  } catch (error) {
    folder.close();
    throw error;
  }
}
