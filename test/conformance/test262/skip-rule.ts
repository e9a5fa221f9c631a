/** Which tests ask for something no sandbox of ours has, and what that is. */
import { payloadLimits } from '../../../shared/execution/limits.ts';
import type { Test262File } from './test262-file.ts';

/** Language features that are not there, by the names the suite has for them. */
const missingFeatures: ReadonlyMap<string, string> = new Map([
  ['dynamic-import', 'import() is not in isolated-vm'],
  ['import-defer', 'import() is not in isolated-vm'],
  ['IsHTMLDDA', 'only browsers have document.all'],
  ['cross-realm', 'needs a second realm'],
  ['source-phase-imports', 'needs an AbstractModuleSource from the host'],
  ['host-gc-required', 'guests cannot start a collection'],
]);

/** What a test may ask its host for, as it stands in its text. */
const missingHostFunctions: readonly (readonly [string, string])[] = [
  ['$262.createRealm', 'needs a second realm'],
  ['$262.evalScript', 'needs a host that runs further scripts'],
  ['$262.agent', 'needs threads'],
  ['$262.gc', 'guests cannot start a collection'],
  ['$262.IsHTMLDDA', 'only browsers have document.all'],
  ['$262.AbstractModuleSource', 'needs an AbstractModuleSource from the host'],
];
const threadHelpers = new Set(['atomicsHelper.js']);

/** For the harness, which goes with each test. */
const harnessBytesMax = 200_000;

/** Why a test is not run; undefined when it is. */
export function reasonToSkip(test: Test262File): string | undefined {
  for (const feature of test.features) {
    const reason = missingFeatures.get(feature);
    if (reason !== undefined) return `${feature}: ${reason}`;
  }
  if (test.includes.some((name) => threadHelpers.has(name))) return '$262.agent: needs threads';
  const isTooLarge =
    Buffer.byteLength(test.source) > payloadLimits.sourceBytesMax - harnessBytesMax;
  if (isTooLarge) return 'size: its text is above the limit of a program';
  const missing = missingHostFunctions.find(([call]) => test.source.includes(call));
  return missing?.join(': ');
}
