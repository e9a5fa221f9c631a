/** What outlives a call, wherever it is kept: in files where there is a folder for it, else in memory. */
import { FileFunctionStore } from './functions/file-function-store.ts';
import type { FunctionStore } from './functions/function-store.ts';
import { MemoryFunctionStore } from './functions/memory-function-store.ts';
import { DataFolder } from './storage/data-folder.ts';
import { FileTenantStore } from './tenancy/file-tenant-store.ts';
import { MemoryTenantStore } from './tenancy/memory-tenant-store.ts';
import type { TenantStore } from './tenancy/tenant-store.ts';

export interface Stores {
  readonly functions: FunctionStore;
  readonly tenants: TenantStore;
  close(): Promise<void>;
}

/** Without `dataDir` all is in memory. Rejects with STORE_UNAVAILABLE or STORE_DAMAGED. */
export async function openStores(dataDir: string | undefined): Promise<Stores> {
  return dataDir === undefined ? memoryStores() : fileStores(await DataFolder.open(dataDir));
}

export function memoryStores(): Stores {
  return stores(new MemoryFunctionStore(), new MemoryTenantStore(), () => {});
}

async function fileStores(folder: DataFolder): Promise<Stores> {
  try {
    const functions = await FileFunctionStore.open(folder);
    const tenants = await FileTenantStore.open(folder);
    return stores(functions, tenants, () => folder.close());
  } catch (error) {
    folder.close();
    throw error;
  }
}

function stores(functions: FunctionStore, tenants: TenantStore, closed: () => void): Stores {
  const close = async (): Promise<void> => {
    await Promise.all([functions.close(), tenants.close()]);
    closed();
  };
  return { functions, tenants, close };
}
