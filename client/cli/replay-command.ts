/** `isopod replay`: runs what was recorded again, and tells whether it ends the same. */
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import { exitStatusOfReason } from './exit-status.ts';
import { knownNodes } from './known-nodes.ts';
import { errorJson, reportError } from './outcome-report.ts';
import {
  differences,
  type Engine,
  endOf,
  engineOf,
  readRecording,
  requestOf,
} from './recording.ts';
import type { CommandContext } from './run-command.ts';
import { shownText } from './shown-text.ts';
import { UsageMistake } from './usage-mistake.ts';
import { type ClusterOptions, withCluster } from './with-cluster.ts';

const differentExitStatus = 1;

export interface ReplayOptions extends ClusterOptions {
  readonly json?: boolean;
}

/** Returns the exit status. */
export async function replayCommand(
  file: string,
  options: ReplayOptions,
  context: CommandContext,
): Promise<number> {
  const recording = readRecording(file);
  const { terminal } = context;
  try {
    return await withCluster(options, context, async (client, signal) => {
      const result = await client.execute(
        // It is to be seen whether it would run the same.
        { ...requestOf(recording), cache: 'OFF' },
        { signal },
      );
      const different = differences(recording.end, endOf(result));
      const isSame = different.length === 0;
      if (options.json) {
        const { word } = result.outcome;
        terminal.out(`${JSON.stringify({ isSame, word, differences: different })}\n`);
        return isSame ? 0 : differentExitStatus;
      }
      if (isSame) {
        terminal.out(`the same: ${result.outcome.word}\n`);
        return 0;
      }
      terminal.out('not the same\n');
      for (const line of different) terminal.out(`  ${shownText(line)}\n`);
      const engine = engineOf(result, await knownNodes(client, signal));
      if (shownEngine(engine) !== shownEngine(recording.engine))
        terminal.out(
          `  recorded on ${shownEngine(recording.engine)}, now ${shownEngine(engine)}: engines may differ\n`,
        );
      return differentExitStatus;
    });
  } catch (thrown) {
    if (thrown instanceof UsageMistake) throw thrown;
    const error = toIsopodError(thrown);
    if (options.json) terminal.out(`${errorJson(error)}\n`);
    else reportError(terminal, error);
    return exitStatusOfReason[error.reason];
  }
}

function shownEngine(engine: Engine | null): string {
  if (engine === null) return 'an unknown node';
  return `agent ${engine.agentVersion} with V8 ${engine.v8Version}`;
}
