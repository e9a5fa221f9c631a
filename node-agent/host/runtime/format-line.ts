/** The arguments of a console call as one line, with printf-like places in a first text. */
import { inspect, inspectTop } from './inspect.ts';
import { charCodeAt, isError, mathFloor, slice, toNumber, toText } from './intrinsics.ts';

const percent = 37;

/** Never throws. */
export function formatLine(args: readonly unknown[]): string {
  try {
    let line = '';
    let next = 0;
    const first = args[0];
    if (typeof first === 'string' && args.length > 1) {
      const filled = fillPlaces(first, args);
      line = filled.text;
      next = filled.next;
    }
    for (; next < args.length; next++) {
      line += next === 0 ? inspectTop(args[0]) : ` ${inspectTop(args[next])}`;
    }
    return line;
  } catch {
    return '<a value that throws when it is shown>';
  }
}

function fillPlaces(format: string, args: readonly unknown[]): { text: string; next: number } {
  let text = '';
  let next = 1;
  let copied = 0;
  for (let index = 0; index < format.length - 1; index++) {
    if (charCodeAt(format, index) !== percent) continue;
    const directive = slice(format, index + 1, index + 2);
    if (directive === '%') {
      text += slice(format, copied, index + 1);
    } else {
      const shown = next < args.length ? fillPlace(directive, args[next]) : undefined;
      if (shown === undefined) continue;
      text += slice(format, copied, index) + shown;
      next++;
    }
    copied = index + 2;
    index++;
  }
  return { text: text + slice(format, copied), next };
}

/** What stands for a place, or undefined when the letter is none of ours. */
function fillPlace(directive: string, value: unknown): string | undefined {
  switch (directive) {
    case 's':
      return typeof value === 'object' && !isError(value) ? inspect(value) : inspectTop(value);
    case 'd':
    case 'f':
      return isPlain(value) ? toText(toNumber(value)) : 'NaN';
    case 'i':
      return isPlain(value) ? toText(mathFloor(toNumber(value))) : 'NaN';
    case 'j':
    case 'o':
    case 'O':
      return inspect(value);
    case 'c':
      return '';
    default:
      return undefined;
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
