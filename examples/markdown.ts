/**
 * A Markdown renderer: headings, paragraphs, nested lists, quotes, code, tables and the usual
 * inline marks, as HTML. HTML in the text is shown, not passed on.
 *
 *     npx isopod run examples/markdown.ts --input-file examples/markdown.input.json
 */

interface Input {
  readonly markdown: string;
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

export default ({ markdown }: Input) => {
  const lines = markdown.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n');
  const headings: Heading[] = [];
  const html = renderBlocks(lines, headings);
  console.log(`${lines.length} lines, ${headings.length} headings`);
  return { html, headings };
};

/** A kind of block: reads as many lines as belong to it, or none. */
type BlockReader = (lines: readonly string[], headings: Heading[]) => Block | undefined;

interface Block {
  readonly html: string;
  readonly linesRead: number;
}

const fence = /^ {0,3}(`{3,}|~{3,}) *(\S*)/;
const heading = /^(#{1,6}) +(.*?)(?: +#+)? *$/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const quote = /^ {0,3}> ?/;
const listItem = /^( {0,3})([-*+]|(\d{1,9})[.)])( +)(?=\S)/;
const tableRule = /^ *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;

const readers: readonly BlockReader[] = [
  readFence,
  readHeading,
  readRule,
  readQuote,
  readList,
  readTable,
  readParagraph,
];

function renderBlocks(lines: readonly string[], headings: Heading[]): string {
  let html = '';
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const rest = lines.slice(at);
    for (const read of readers) {
      const block = read(rest, headings);
      if (!block) continue;
      html += block.html;
      at += block.linesRead;
      break;
    }
  }
  return html;
}

function readFence(lines: readonly string[]): Block | undefined {
  const [, mark = '', language] = fence.exec(lines[0] ?? '') ?? [];
  if (mark === '') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && line.trim().startsWith(mark));
  const body = lines.slice(1, end < 0 ? lines.length : end);
  const attribute = language ? ` class="language-${escapeHtml(language)}"` : '';
  const code = escapeHtml(`${body.join('\n')}\n`);
  const html = `<pre><code${attribute}>${code}</code></pre>\n`;
  return { html, linesRead: end < 0 ? lines.length : end + 1 };
}

function readHeading([line = '']: readonly string[], headings: Heading[]): Block | undefined {
  const [, marks, text = ''] = heading.exec(line) ?? [];
  if (marks === undefined) return undefined;
  const level = marks.length;
  headings.push({ level, text });
  return { html: `<h${level}>${renderInline(text)}</h${level}>\n`, linesRead: 1 };
}

function readRule([line = '']: readonly string[]): Block | undefined {
  return rule.test(line) ? { html: '<hr>\n', linesRead: 1 } : undefined;
}

function readQuote(lines: readonly string[], headings: Heading[]): Block | undefined {
  const end = lines.findIndex((line) => !quote.test(line));
  const inside = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(quote, ''));
  if (inside.length === 0) return undefined;
  const html = `<blockquote>\n${renderBlocks(inside, headings)}</blockquote>\n`;
  return { html, linesRead: inside.length };
}

/** Items of one list; lines that are indented as far as an item's text belong to it. */
function readList(lines: readonly string[], headings: Heading[]): Block | undefined {
  const first = listItem.exec(lines[0] ?? '');
  if (!first || rule.test(lines[0] ?? '')) return undefined;
  const isOrdered = first[3] !== undefined;
  const items: string[][] = [];
  let indent = 0;
  let at = 0;
  let isLoose = false;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const item = listItem.exec(line);
    const isBlank = line.trim() === '';
    const isInside = indent > 0 && line.startsWith(' '.repeat(indent));
    if (item && !isInside && (item[3] !== undefined) === isOrdered && !rule.test(line)) {
      if (at > 0 && lines[at - 1]?.trim() === '') isLoose = true;
      indent = item[0].length;
      items.push([line.slice(indent)]);
    } else if (isBlank) items.at(-1)?.push('');
    else if (isInside) {
      if (lines[at - 1]?.trim() === '') isLoose = true;
      items.at(-1)?.push(line.slice(indent));
    } else break;
  }
  const tag = isOrdered ? 'ol' : 'ul';
  const start = isOrdered && Number(first[3]) !== 1 ? ` start="${Number(first[3])}"` : '';
  const body = items.map((item) => `<li>${renderItem(item, isLoose, headings)}</li>\n`).join('');
  return { html: `<${tag}${start}>\n${body}</${tag}>\n`, linesRead: at };
}

function renderItem(lines: readonly string[], isLoose: boolean, headings: Heading[]): string {
  if (isLoose) return renderBlocks(lines, headings);
  // Its first lines are text without a paragraph around it; then blocks may follow.
  const end = lines.findIndex((line, index) => index > 0 && startsBlock(line));
  const text = lines.slice(0, end < 0 ? lines.length : end).filter((line) => line !== '');
  const rest = end < 0 ? '' : renderBlocks(lines.slice(end), headings);
  return `${renderInline(text.join('\n'))}${rest}`;
}

function startsBlock(line: string): boolean {
  return [fence, heading, rule, quote, listItem].some((pattern) => pattern.test(line));
}

function readTable(lines: readonly string[]): Block | undefined {
  const [head = '', ruler = ''] = lines;
  if (!head.includes('|') || !ruler.includes('-') || !tableRule.test(ruler)) return undefined;
  const aligns = cells(ruler).map((mark) => {
    if (mark.startsWith(':')) return mark.endsWith(':') ? 'center' : 'left';
    return mark.endsWith(':') ? 'right' : '';
  });
  if (cells(head).length !== aligns.length) return undefined;
  const end = lines.findIndex((line, index) => index > 1 && !line.includes('|'));
  const rows = lines.slice(2, end < 0 ? lines.length : end);
  const row = (line: string, tag: string): string => {
    const texts = cells(line);
    const columns = aligns.map((align, index) => {
      const attribute = align === '' ? '' : ` align="${align}"`;
      return `<${tag}${attribute}>${renderInline(texts[index] ?? '')}</${tag}>\n`;
    });
    return `<tr>\n${columns.join('')}</tr>\n`;
  };
  const body =
    rows.length === 0 ? '' : `<tbody>${rows.map((line) => row(line, 'td')).join('')}</tbody>`;
  const html = `<table>\n<thead>\n${row(head, 'th')}</thead>\n${body}</table>\n`;
  return { html, linesRead: rows.length + 2 };
}

function cells(line: string): string[] {
  const inside = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readParagraph(lines: readonly string[]): Block {
  const end = lines.findIndex(
    (line, index) => index > 0 && (line.trim() === '' || startsBlock(line)),
  );
  const text = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.trimStart());
  return { html: `<p>${renderInline(text.join('\n').trimEnd())}</p>\n`, linesRead: text.length };
}

/** Each inline mark with what it becomes; the first that is found goes first. */
const inlineMarks: readonly { pattern: RegExp; render: (match: RegExpExecArray) => string }[] = [
  { pattern: /\\([!-/:-@[-`{-~])/, render: ([, mark = '']) => escapeHtml(mark) },
  {
    pattern: /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/,
    render: ([, , code = '']) => `<code>${escapeHtml(code.replace(/^ (.*) $/, '$1'))}</code>`,
  },
  {
    pattern: /<(https?:[^ <>]+)>/,
    render: ([, url = '']) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
  },
  {
    pattern: /!\[([^\]]*)\]\((\S+?)(?: "([^"]*)")?\)/,
    render: ([, text = '', url = '', title]) =>
      `<img src="${escapeHtml(url)}" alt="${escapeHtml(text)}"${titleAttribute(title)}>`,
  },
  {
    pattern: /\[([^\]]+)\]\((\S+?)(?: "([^"]*)")?\)/,
    render: ([, text = '', url = '', title]) =>
      `<a href="${escapeHtml(url)}"${titleAttribute(title)}>${renderInline(text)}</a>`,
  },
  {
    pattern: /\*{3}(?=\S)([\s\S]*?\S)\*{3}/,
    render: (match) => `<em>${wrap('strong')(match)}</em>`,
  },
  { pattern: /\*\*(?=\S)([\s\S]*?\S)\*\*(?!\*)/, render: wrap('strong') },
  { pattern: /\b__(?=\S)([\s\S]*?\S)__\b/, render: wrap('strong') },
  { pattern: /\*(?=[^\s*])([\s\S]*?[^\s*])\*(?!\*)/, render: wrap('em') },
  { pattern: /\b_(?=[^\s_])([\s\S]*?[^\s_])_\b/, render: wrap('em') },
  { pattern: /~~(?=\S)([\s\S]*?\S)~~/, render: wrap('del') },
  { pattern: /(?: {2,}|\\)\n */, render: () => '<br>' },
];

function wrap(tag: string): (match: RegExpExecArray) => string {
  return ([, text = '']) => `<${tag}>${renderInline(text)}</${tag}>`;
}

function titleAttribute(title: string | undefined): string {
  return title === undefined ? '' : ` title="${escapeHtml(title)}"`;
}

function renderInline(text: string): string {
  let html = '';
  for (let rest = text; rest !== ''; ) {
    const found = inlineMarks
      .map(({ pattern, render }) => ({ match: pattern.exec(rest), render }))
      .filter(({ match }) => match !== null)
      .toSorted((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0];
    if (!found?.match) return html + escapeHtml(rest);
    const { match, render } = found;
    html += escapeHtml(rest.slice(0, match.index)) + render(match);
    rest = rest.slice(match.index + match[0].length);
  }
  return html;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
