/** FormData: https://xhr.spec.whatwg.org/#interface-formdata, without forms. */
import { makePairIterable } from '../pair-iterable.ts';
import { asInterface, requireArguments, toUsvString } from '../webidl.ts';
import { type Blob, bytesOfBlobObject, isBlob } from './blob.ts';
import { File, isFile } from './file.ts';

export type FormValue = string | File;
type Entry = [name: string, value: FormValue];

let entriesOf: (form: FormDataClass) => Entry[];

class FormDataClass {
  #entries: Entry[] = [];

  static {
    entriesOf = (form) => form.#entries;
  }

  constructor(form?: unknown) {
    if (form !== undefined) throw new TypeError('There are no forms to take data from');
  }

  append(name: string, value: unknown, fileName?: unknown): void {
    requireArguments(arguments.length, 2, 'append');
    this.#entries.push(toEntry('append', arguments.length, name, value, fileName));
  }

  delete(name: string): void {
    requireArguments(arguments.length, 1, 'delete');
    const key = toUsvString(name);
    this.#entries = this.#entries.filter(([known]) => known !== key);
  }

  get(name: string): FormValue | null {
    requireArguments(arguments.length, 1, 'get');
    const key = toUsvString(name);
    return this.#entries.find(([known]) => known === key)?.[1] ?? null;
  }

  getAll(name: string): FormValue[] {
    requireArguments(arguments.length, 1, 'getAll');
    const key = toUsvString(name);
    return this.#entries.filter(([known]) => known === key).map(([, value]) => value);
  }

  has(name: string): boolean {
    requireArguments(arguments.length, 1, 'has');
    const key = toUsvString(name);
    return this.#entries.some(([known]) => known === key);
  }

  set(name: string, value: unknown, fileName?: unknown): void {
    requireArguments(arguments.length, 2, 'set');
    const entry = toEntry('set', arguments.length, name, value, fileName);
    const first = this.#entries.findIndex(([known]) => known === entry[0]);
    if (first === -1) {
      this.#entries.push(entry);
      return;
    }
    this.#entries = this.#entries.filter(([known], index) => index <= first || known !== entry[0]);
    this.#entries[first] = entry;
  }
}

function toEntry(
  what: string,
  given: number,
  name: unknown,
  value: unknown,
  fileName: unknown,
): Entry {
  const key = toUsvString(name);
  if (!isBlob(value)) {
    if (given > 2) throw new TypeError(`${what}: only a Blob has a file name`);
    return [key, toUsvString(value)];
  }
  return [
    key,
    toFile(value, given > 2 && fileName !== undefined ? toUsvString(fileName) : undefined),
  ];
}

function toFile(blob: Blob, fileName: string | undefined): File {
  if (isFile(blob) && fileName === undefined) return blob;
  const { type } = blob;
  const kept = isFile(blob) ? { type, lastModified: blob.lastModified } : { type };
  return new File([bytesOfBlobObject(blob)], fileName ?? 'blob', kept);
}

makePairIterable(FormDataClass, (form) => entriesOf(form));
export const FormData = asInterface(FormDataClass, 'FormData');
export type FormData = FormDataClass;
/** Throws for what is no FormData. */
export const entriesOfForm = (form: FormData): readonly Entry[] => entriesOf(form);

export function isFormData(value: object): value is FormData {
  try {
    entriesOf(value as FormData);
    return true;
  } catch {
    return false;
  }
}
