/** File: https://w3c.github.io/FileAPI/#file-section */
import { addPlatformPrototype, epochMsNow } from '../kit.ts';
import { asInterface, requireArguments, toDictionary, toUsvString } from '../webidl.ts';
import { Blob, bytesOfBlobObject, toLongLong } from './blob.ts';

class FileClass extends Blob {
  readonly #name: string;
  readonly #lastModified: number;

  constructor(parts: Iterable<unknown>, name: string, options?: object) {
    requireArguments(arguments.length, 2, 'File');
    super(parts ?? null, options);
    this.#name = toUsvString(name);
    const { lastModified } = toDictionary(options, 'The options');
    this.#lastModified = lastModified === undefined ? epochMsNow() : toLongLong(lastModified);
  }

  get name(): string {
    return this.#name;
  }

  get lastModified(): number {
    return this.#lastModified;
  }

  get webkitRelativePath(): string {
    void this.#name;
    return '';
  }

  static isFile(value: unknown): value is FileClass {
    return typeof value === 'object' && value !== null && #name in value;
  }
}

export const isFile = FileClass.isFile;
Reflect.deleteProperty(FileClass, 'isFile');

addPlatformPrototype(FileClass.prototype, {
  clone: (file: FileClass) => {
    const { name, type, lastModified } = file;
    return new FileClass([bytesOfBlobObject(file)], name, { type, lastModified });
  },
});
export const File = asInterface(FileClass, 'File');
export type File = FileClass;
