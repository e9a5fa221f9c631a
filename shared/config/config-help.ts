/** What --help prints: every setting with its flag, its default and its variable. */
import type { SettingsTable } from './setting.ts';
import { flagName, variableName } from './setting-names.ts';

const lineCharsMax = 88;

export function configHelp(program: {
  readonly name: string;
  readonly summary: string;
  readonly settings: SettingsTable;
}): string {
  const entries = Object.entries(program.settings).map(([key, setting]) => {
    const flag = `  ${flagName(key)} ${setting.placeholder}`.trimEnd();
    const facts = [
      setting.defaultText === '' ? '' : `Default: ${setting.defaultText}.`,
      `[${variableName(key)}]`,
    ];
    return [flag, ...wrap([setting.summary, ...facts].filter(Boolean).join(' '))].join('\n');
  });
  return [
    `Usage: ${program.name} [options]`,
    '',
    program.summary,
    '',
    'Each option may also be given as the variable in brackets, or as a key of the JSON file named',
    'by --config (listenHost for --listen-host). A flag wins over a variable, a variable over the',
    'file. Sizes may be written as 64KB, 256MB or 1GB.',
    '',
    'Options:',
    ...entries,
    '  --config FILE',
    ...wrap('Read settings from this JSON file. [ISOPOD_CONFIG]'),
    '  --help',
    ...wrap('Print this.'),
    '  --version',
    ...wrap('Print the version.'),
    '',
  ].join('\n');
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > lineCharsMax) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `      ${each}`);
}
