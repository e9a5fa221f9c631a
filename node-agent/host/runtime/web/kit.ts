/**
 * What the parts of the web APIs use of the runtime that is in every context. The parts are
 * programs of their own (tools/generate-web-parts.ts): what they import from here, and from one
 * another's part.ts, they are given when they run.
 */
export { setLogIndent, writeLog } from '../console.ts';
export { cleanStackOf } from '../describe-thrown.ts';
export { callFetch, type FetchedReply, type FetchRefusal } from '../fetch-calls.ts';
export { formatLine } from '../format-line.ts';
export { inspectTop } from '../inspect.ts';
export { globalObject as guestGlobal } from '../intrinsics.ts';
export { nameError, namesOf } from '../named-errors.ts';
export { randomNumber } from '../run-random.ts';
export { epochMsNow, guestMsNow, isOnMainThread, runNumberNow } from '../run-state.ts';
export { fail } from '../settle.ts';
export { setTimeout } from '../timers.ts';
export { askHost, waitMs } from './host-port.ts';
export { loadPart } from './part-loader.ts';
export { addPlatformPrototype, platformOperations } from './platform-objects.ts';
