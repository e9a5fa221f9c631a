/** Events, what they are dispatched to, and what they abort. */
export { AbortController, AbortSignal } from './abort.ts';
export { addAbortAlgorithm, isSignal, removeAbortAlgorithm } from './abort-algorithms.ts';
export { DOMException } from './dom-exception.ts';
export { Event } from './event.ts';
export { CustomEvent, ErrorEvent, MessageEvent } from './event-kinds.ts';
export { EventTarget } from './event-target.ts';
