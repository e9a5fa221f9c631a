/** Alerts, as a coordinator says and as others read it. Times are milliseconds since 1970. */

export type Labels = Readonly<Record<string, string>>;

export const alertStates = ['PENDING', 'FIRING', 'RESOLVED'] as const;
/** PENDING: it holds, and not yet for as long as its rule says. */
export type AlertState = (typeof alertStates)[number];

export interface AlertReport {
  /** The same for the same alert at any time. */
  readonly fingerprint: string;
  readonly name: string;
  /** What it is about, with `alertname` and `severity`. */
  readonly labels: Labels;
  readonly state: AlertState;
  /** For people. */
  readonly summary: string;
  /** The number that its rule looks at. */
  readonly value: number;
  /** Since when it holds. */
  readonly startedAtEpochMs: number;
  /** 0 until it is over. */
  readonly endedAtEpochMs: number;
  /** A silence keeps it from being told. */
  readonly isSilenced: boolean;
  /** Another alert explains it, so that it is not told. */
  readonly isInhibited: boolean;
}

/** Alerts that nobody is told of. */
export interface AlertSilence {
  readonly id: string;
  /** Alerts that have all of these. */
  readonly labels: Labels;
  readonly endsAtEpochMs: number;
  readonly createdBy: string;
  readonly comment: string;
}

/** What somebody is told: the alerts of one group, together. */
export interface AlertNotification {
  /** What the alerts of the group have in common. */
  readonly groupLabels: Labels;
  /** Those that fire, and those that are over since the last one of the group. */
  readonly alerts: readonly AlertReport[];
  /** Nothing is new; it is just not over. */
  readonly isReminder: boolean;
}

/** What a watcher hears: first what there is, then what is told. */
export interface AlertNews {
  readonly notification: AlertNotification | undefined;
  /** Pending and firing, all of them. */
  readonly alerts: readonly AlertReport[];
}

export interface SilenceRequest {
  readonly labels: Labels;
  readonly durationMs: number;
  readonly createdBy: string;
  readonly comment: string;
}

export const silenceLimits = {
  durationMsDefault: 60 * 60_000,
  durationMsMin: 1_000,
  durationMsMax: 30 * 24 * 60 * 60_000,
  commentCharsMax: 1_000,
  createdByCharsMax: 200,
};
