/**
 * A stack as its author should see it: the frames of their own files, none of ours. Used inside
 * the guest's context, where only intrinsics may be called, and in the host, for the errors
 * that reach it.
 */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import { indexOf, slice, startsWith } from './intrinsics.ts';
import { runtimeFileName } from './runtime-protocol.ts';

/** As much of a stack as is worth cleaning; the frames of ours that go are few, and short. */
export const rawStackCharsMax =
  errorTextLimits.stackCharsMax + errorTextLimits.messageCharsMax + 2_048;

const frameStart = '    at ';
/** How V8 names code at the top level of what `eval` was given, which our scripts are. */
const evalFrames = ['    at eval (', '    at async eval ('] as const;
const boundaryFrame = '    at (<isolated-vm boundary>)';
const nativeEvalFrame = '    at eval (<anonymous>)';

/** The frames of `stack`, one a line, without the error's name and message. May be empty. */
export function cleanStack(stack: string): string {
  let cleaned = '';
  let rest = framesOf(stack);
  while (rest !== '') {
    const lineEnd = indexOf(rest, '\n');
    const line = lineEnd === -1 ? rest : slice(rest, 0, lineEnd);
    rest = lineEnd === -1 ? '' : slice(rest, lineEnd + 1);
    if (line === boundaryFrame) break;
    if (!startsWith(line, frameStart) || line === nativeEvalFrame) continue;
    if (indexOf(line, runtimeFileName) !== -1) continue;
    cleaned += cleaned === '' ? cleanFrame(line) : `\n${cleanFrame(line)}`;
  }
  return cleaned;
}

function framesOf(stack: string): string {
  if (startsWith(stack, frameStart)) return stack;
  const firstFrame = indexOf(stack, `\n${frameStart}`);
  return firstFrame === -1 ? '' : slice(stack, firstFrame + 1);
}

/** `at eval (file.js:1:2)` says `at file.js:1:2`, as it would of a program that is a file. */
function cleanFrame(line: string): string {
  for (let index = 0; index < evalFrames.length; index++) {
    const prefix = evalFrames[index] as string;
    if (!startsWith(line, prefix) || startsWith(line, `${prefix}eval at `)) continue;
    return frameStart + slice(line, prefix.length, -1);
  }
  return line;
}
