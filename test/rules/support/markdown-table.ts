/** The rows of the first table under a heading, cell by cell, without the marks of code. */
export function tableUnder(document: string, heading: string): string[][] {
  const lines = document.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`there is no heading "${heading}"`);
  const first = lines.findIndex((line, index) => index > start && line.startsWith('|'));
  const rows: string[][] = [];
  for (let index = first; lines[index]?.startsWith('|'); index++)
    rows.push(cellsOf(lines[index] ?? ''));
  // Without its head and the line below that.
  return rows.slice(2);
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}
