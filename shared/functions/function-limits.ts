/** How many functions there may be, and how large; beyond it a deployment is refused. */
export const functionLimits = {
  functionsPerTenantMax: 10_000,
  versionsPerFunctionMax: 100,
  aliasesPerFunctionMax: 32,
  routesPerAliasMax: 8,
  routeWeightMax: 10_000,
  /** Of all versions of all of a tenant's functions. */
  sourceBytesPerTenantMax: 1024 * 1024 * 1024,
  pageSizeMax: 1_000,
} as const;

export const pageSizeDefault = 100;
