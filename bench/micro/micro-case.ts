type Operation = () => unknown;

/** One operation that is measured by itself, in a loop in this process. */
export interface MicroCase {
  /** As its metrics begin: `pick_least_connections_100`. */
  readonly name: string;
  /** Makes what the operation works on; what it returns is called again and again. */
  readonly setUp: () => Operation | Promise<Operation>;
}
