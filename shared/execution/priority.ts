/** How urgent an execution is to its tenant, from 0 to 9: the higher, the sooner it leaves a queue. */
export const priorityMax = 9;
export const prioritiesCount = priorityMax + 1;
/** Of one that says nothing: there is room above and below. */
export const defaultPriority = 5;

export function isPriority(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= priorityMax;
}
