/**
 * Temporal whose clock is Date's: a millisecond fine, where V8's own counts nanoseconds, and
 * the run's own where that is deterministic.
 *
 * V8 makes Temporal when it is first touched, by no more than a look at the property, and that
 * takes half as long as all the rest of a context. It can be deleted unseen. So it is, and what
 * stands in its place puts it together again when a guest asks for it, from the one thing that
 * leads there: Date.prototype.toTemporalInstant. That a guest may have replaced; then it finds its
 * own, and no clock.
 */
import { define } from './define.ts';
import { DateConstructor, defineProperty, deleteProperty, globalObject } from './intrinsics.ts';
import { epochMsNow } from './run-state.ts';

export function coarsenTemporal(): void {
  if (!deleteProperty(globalObject, 'Temporal')) return;
  defineProperty(globalObject, 'Temporal', {
    get: () => {
      const temporal = makeTemporal();
      define(globalObject, 'Temporal', temporal);
      return temporal;
    },
    set: (value: unknown) => define(globalObject, 'Temporal', value),
    configurable: true,
    enumerable: false,
  });
}

function makeTemporal(): object {
  const instant = new DateConstructor(0).toTemporalInstant();
  const zoned = instant.toZonedDateTimeISO('UTC');
  const date = zoned.toPlainDate();
  const temporal = {};
  define(temporal, 'Now', makeNow(instant.constructor as typeof Temporal.Instant));
  const ofEachKind = [
    instant.until(instant),
    instant,
    date,
    zoned.toPlainDateTime(),
    date.toPlainMonthDay(),
    zoned.toPlainTime(),
    date.toPlainYearMonth(),
    zoned,
  ];
  for (let index = 0; index < ofEachKind.length; index++) {
    const { constructor } = ofEachKind[index] as object;
    define(temporal, constructor.name, constructor);
  }
  return tagged(temporal, 'Temporal');
}

function makeNow(instantConstructor: typeof Temporal.Instant): object {
  const { fromEpochMilliseconds } = instantConstructor;
  const instant = (): Temporal.Instant => fromEpochMilliseconds(epochMsNow());
  const zonedDateTimeISO = (zone: string = 'UTC'): Temporal.ZonedDateTime =>
    instant().toZonedDateTimeISO(zone);
  const now = {};
  define(now, 'instant', instant);
  define(now, 'timeZoneId', () => 'UTC');
  define(now, 'zonedDateTimeISO', zonedDateTimeISO);
  define(now, 'plainDateTimeISO', (zone?: string) => zonedDateTimeISO(zone).toPlainDateTime());
  define(now, 'plainDateISO', (zone?: string) => zonedDateTimeISO(zone).toPlainDate());
  define(now, 'plainTimeISO', (zone?: string) => zonedDateTimeISO(zone).toPlainTime());
  return tagged(now, 'Temporal.Now');
}

function tagged(holder: object, name: string): object {
  defineProperty(holder, Symbol.toStringTag, { value: name, configurable: true });
  return holder;
}
