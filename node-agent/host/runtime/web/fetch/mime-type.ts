/** MIME types as headers have them: https://mimesniff.spec.whatwg.org/#parsing-a-mime-type */

export interface MimeType {
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const tokenWithQuotes = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

/** Undefined for what is none. */
export function parseMimeType(text: string | null): MimeType | undefined {
  if (text === null) return undefined;
  const [essence = '', ...rest] = text.split(';');
  const [type = '', subtype = '', ...more] = essence.trim().toLowerCase().split('/');
  if (more.length > 0 || !token.test(type) || !token.test(subtype)) return undefined;
  return { essence: `${type}/${subtype}`, parameters: parseParameters(rest.join(';')) };
}

function parseParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  const pattern = /\s*([^=;]*)(?:=(?:"((?:[^"\\]|\\.)*)"?[^;]*|([^;]*)))?(?:;|$)/gy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) break;
    const name = (match[1] ?? '').toLowerCase();
    const quoted = match[2]?.replaceAll(/\\(.)/g, '$1');
    const value = quoted ?? (match[3] ?? '').trimEnd();
    if (!token.test(name) || parameters.has(name)) continue;
    if (quoted !== undefined || value !== '') parameters.set(name, value);
  }
  return parameters;
}

export function writeMimeType({ essence, parameters }: MimeType): string {
  let text = essence;
  for (const [name, value] of parameters) {
    const isPlain = value !== '' && tokenWithQuotes.test(value);
    text += `;${name}=${isPlain ? value : `"${value.replaceAll(/["\\]/g, '\\$&')}"`}`;
  }
  return text;
}
