/** The tiers by name: this process's memory, Redis, Postgres. Any of them may be absent. */
export const tierNames = ['L1', 'L2', 'L3'] as const;
export type TierName = (typeof tierNames)[number];
export type RemoteTierName = Exclude<TierName, 'L1'>;
