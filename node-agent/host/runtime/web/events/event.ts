/** Event: https://dom.spec.whatwg.org/#interface-event, where targets form no tree. */
import { guestMsNow } from '../kit.ts';
import { asInterface, requireArguments, toDictionary, toDomString } from '../webidl.ts';

const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 } as const;

/** What a dispatch does with an event, out of its holders' reach. */
export interface EventInside {
  type: string;
  bubbles: boolean;
  cancelable: boolean;
  readonly composed: boolean;
  target: object | null;
  currentTarget: object | null;
  isInitialized: boolean;
  isDispatching: boolean;
  isStopped: boolean;
  isStoppedAtOnce: boolean;
  isCanceled: boolean;
  isInPassiveListener: boolean;
  isTrusted: boolean;
  readonly timeStamp: number;
}

let insideOf: (event: EventClass) => EventInside;

class EventClass {
  readonly #inside: EventInside;

  static {
    insideOf = (event) => event.#inside;
  }

  constructor(type: string, options?: EventInit) {
    requireArguments(arguments.length, 1, 'Event');
    const { bubbles, cancelable, composed } = toDictionary(options, 'The options');
    this.#inside = {
      type: toDomString(type),
      bubbles: Boolean(bubbles),
      cancelable: Boolean(cancelable),
      composed: Boolean(composed),
      target: null,
      currentTarget: null,
      isInitialized: true,
      isDispatching: false,
      isStopped: false,
      isStoppedAtOnce: false,
      isCanceled: false,
      isInPassiveListener: false,
      isTrusted: false,
      timeStamp: guestMsNow(),
    };
    Object.defineProperty(this, 'isTrusted', { get: isTrusted, enumerable: true });
  }

  get type(): string {
    return this.#inside.type;
  }

  get target(): object | null {
    return this.#inside.target;
  }

  get srcElement(): object | null {
    return this.#inside.target;
  }

  get currentTarget(): object | null {
    return this.#inside.currentTarget;
  }

  composedPath(): object[] {
    const { currentTarget } = this.#inside;
    return currentTarget === null ? [] : [currentTarget];
  }

  get eventPhase(): number {
    return this.#inside.currentTarget === null ? phases.NONE : phases.AT_TARGET;
  }

  stopPropagation(): void {
    this.#inside.isStopped = true;
  }

  get cancelBubble(): boolean {
    return this.#inside.isStopped;
  }

  set cancelBubble(value: boolean) {
    if (value) this.#inside.isStopped = true;
  }

  stopImmediatePropagation(): void {
    this.#inside.isStopped = true;
    this.#inside.isStoppedAtOnce = true;
  }

  get bubbles(): boolean {
    return this.#inside.bubbles;
  }

  get cancelable(): boolean {
    return this.#inside.cancelable;
  }

  get returnValue(): boolean {
    return !this.#inside.isCanceled;
  }

  set returnValue(value: boolean) {
    if (!value) this.preventDefault();
  }

  preventDefault(): void {
    const inside = this.#inside;
    if (inside.cancelable && !inside.isInPassiveListener) inside.isCanceled = true;
  }

  get defaultPrevented(): boolean {
    return this.#inside.isCanceled;
  }

  get composed(): boolean {
    return this.#inside.composed;
  }

  get timeStamp(): number {
    return this.#inside.timeStamp;
  }

  initEvent(type: string, bubbles: unknown = false, cancelable: unknown = false): void {
    requireArguments(arguments.length, 1, 'initEvent');
    const inside = this.#inside;
    const typeText = toDomString(type);
    if (inside.isDispatching) return;
    inside.isStopped = false;
    inside.isStoppedAtOnce = false;
    inside.isCanceled = false;
    inside.target = null;
    inside.type = typeText;
    inside.bubbles = Boolean(bubbles);
    inside.cancelable = Boolean(cancelable);
  }
}

/** One function for all events: [LegacyUnforgeable]. */
const { get: isTrusted } = Object.getOwnPropertyDescriptor(
  {
    get isTrusted(): boolean {
      return insideOf(this as never).isTrusted;
    },
  },
  'isTrusted',
) as { get: () => boolean };

interface EventInit {
  readonly bubbles?: boolean;
  readonly cancelable?: boolean;
  readonly composed?: boolean;
}

export const Event = asInterface(EventClass, 'Event', phases);
export type Event = EventClass;
/** Throws a TypeError for what is no event. */
export function eventInside(event: Event): EventInside {
  return insideOf(event);
}
