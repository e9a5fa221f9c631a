/** Tenants, put together: who calls, what he may, and who decides on that. */
import type { Clock } from '../../shared/time/clock.ts';
import { Authenticator } from './authenticator.ts';
import { LocalTenantMeter } from './local-tenant-meter.ts';
import { TenantDirectory } from './tenant-directory.ts';
import { TenantRegistry } from './tenant-registry.ts';
import type { TenantStore } from './tenant-store.ts';

interface TenancyParts {
  readonly store: TenantStore;
  readonly adminKeyHashes: readonly string[];
  readonly clock: Clock;
  /** 256 bits from a source for secrets, in base64url. */
  readonly newSecret: () => string;
  /** Deletes what a tenant has elsewhere. May be repeated. */
  readonly deleteBelongings: (tenantId: string) => Promise<void>;
}

export class Tenancy {
  readonly directory: TenantDirectory;
  readonly registry: TenantRegistry;
  readonly authenticator: Authenticator;

  constructor({ adminKeyHashes, ...parts }: TenancyParts) {
    const { store, clock } = parts;
    const newMeter = (tenantId: string) => new LocalTenantMeter(tenantId, clock);
    this.directory = new TenantDirectory({ store, newMeter });
    this.registry = new TenantRegistry({ ...parts, directory: this.directory });
    this.authenticator = new Authenticator({ directory: this.directory, adminKeyHashes });
  }
}
