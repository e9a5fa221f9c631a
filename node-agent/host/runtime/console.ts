/**
 * The guest's console. Lines are counted and capped here, before they cost anybody else
 * anything: a line that is too long is cut, and one line too many ends the run.
 */
import { logLevels } from '../../../shared/execution/outcome.ts';
import { errorJson, guestError } from './describe-thrown.ts';
import { formatLine } from './format-line.ts';
import { charCodeAt, RangeErrorConstructor, slice, toWellFormed } from './intrinsics.ts';
import { end, isOver, keepLog, runMsNow, runState } from './run-state.ts';
import { logOverflowLevel, reports } from './runtime-protocol.ts';

const cutMark = '…';
const cutMarkBytes = 3;

const indent = { __proto__: null, text: '' };

/** What each line begins with from now on; of a new run, nothing. */
export function setLogIndent(text: string): void {
  indent.text = text;
}

/** A console method that writes at the level of this number in `logLevels`. */
export function consoleMethod(level: number): (...args: unknown[]) => void {
  return (...args) => writeLine(level, formatLine(args));
}

export function writeLog(level: (typeof logLevels)[number], line: string): void {
  writeLine(levelNumber(level), line);
}

export function levelNumber(level: (typeof logLevels)[number]): number {
  for (let index = 0; index < logLevels.length; index++) {
    if (logLevels[index] === level) return index;
  }
  return 0;
}

/** Takes the kept lines, as a JSON array of `[level, text, sinceStartUs]`. */
export function takeKeptLogs(): string {
  const kept = `[${runState.keptLogs}]`;
  runState.keptLogs = '';
  return kept;
}

function writeLine(level: number, plainLine: string): void {
  const line = indent.text === '' ? plainLine : indented(plainLine);
  if (isOver(reports.tooMuch)) throw overflow();
  // A lone surrogate would take other bytes on its way than it is counted for here.
  const text = cutToBytes(toWellFormed(line), runState.logLineBytesMax);
  runState.logLines++;
  runState.logBytes += utf8Bytes(text, 0, text.length);
  if (runState.logLines > runState.logLinesMax || runState.logBytes > runState.logBytesMax) {
    throw overflow();
  }
  const sinceStartUs = runMsNow() * 1_000;
  if (runState.emit !== undefined) runState.emit(level, text, sinceStartUs);
  else keepLog(level, text, sinceStartUs);
}

/** Every line of the text, and no more of them than are written. */
function indented(text: string): string {
  const charsMax = runState.logLineBytesMax;
  const whole = text.length > charsMax ? slice(text, 0, charsMax) + text[charsMax] : text;
  let result = indent.text;
  for (let index = 0; index < whole.length; index++) {
    const unit = whole[index] as string;
    result += unit === '\n' ? `\n${indent.text}` : unit;
  }
  return result;
}

/** Ends the run, and makes the error that unwinds it; should the guest catch it, the host acts. */
function overflow(): Error {
  const { logLinesMax, logBytesMax } = runState;
  const why = `The logs are longer than ${logLinesMax} lines or ${logBytesMax} bytes`;
  const isFirst = !isOver(reports.tooMuch);
  end(reports.tooMuch, errorJson(guestError('OutputExceeded', why)));
  // Once: calls of `emit` that wait in the host are not counted by anybody.
  if (isFirst && runState.emit !== undefined) runState.emit(logOverflowLevel, why, 0);
  return new RangeErrorConstructor(why);
}

function cutToBytes(text: string, bytesMax: number): string {
  // No UTF-16 unit takes more than three bytes, so most lines need no counting.
  if (text.length * 3 <= bytesMax) return text;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const next = bytes + utf8Bytes(text, index, index + 1);
    if (next > bytesMax) return cut(text, index, bytes, bytesMax);
    bytes = next;
  }
  return text;
}

function cut(text: string, atLength: number, bytesThere: number, bytesMax: number): string {
  let length = atLength;
  let bytes = bytesThere;
  while (length > 0 && bytes + cutMarkBytes > bytesMax) {
    length--;
    bytes -= utf8Bytes(text, length, length + 1);
  }
  if (length > 0 && isFirstOfPair(charCodeAt(text, length - 1))) length--;
  return length === 0 ? '' : slice(text, 0, length) + cutMark;
}

function isFirstOfPair(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Of a well-formed text: each half of a pair counts for two bytes of its four. */
export function utf8Bytes(text: string, start: number, end_: number): number {
  let bytes = 0;
  for (let index = start; index < end_; index++) {
    const unit = charCodeAt(text, index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
