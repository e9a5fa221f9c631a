/** DOMException: https://webidl.spec.whatwg.org/#idl-DOMException */
import { addPlatformPrototype, nameError, namesOf } from '../kit.ts';
import { asInterface, toDomString } from '../webidl.ts';

/** Those that had a number when they were new, by their place. */
const legacyNames = [
  ['IndexSizeError', 'INDEX_SIZE_ERR'],
  ['', 'DOMSTRING_SIZE_ERR'],
  ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR'],
  ['WrongDocumentError', 'WRONG_DOCUMENT_ERR'],
  ['InvalidCharacterError', 'INVALID_CHARACTER_ERR'],
  ['', 'NO_DATA_ALLOWED_ERR'],
  ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR'],
  ['NotFoundError', 'NOT_FOUND_ERR'],
  ['NotSupportedError', 'NOT_SUPPORTED_ERR'],
  ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR'],
  ['InvalidStateError', 'INVALID_STATE_ERR'],
  ['SyntaxError', 'SYNTAX_ERR'],
  ['InvalidModificationError', 'INVALID_MODIFICATION_ERR'],
  ['NamespaceError', 'NAMESPACE_ERR'],
  ['InvalidAccessError', 'INVALID_ACCESS_ERR'],
  ['', 'VALIDATION_ERR'],
  ['TypeMismatchError', 'TYPE_MISMATCH_ERR'],
  ['SecurityError', 'SECURITY_ERR'],
  ['NetworkError', 'NETWORK_ERR'],
  ['AbortError', 'ABORT_ERR'],
  ['URLMismatchError', 'URL_MISMATCH_ERR'],
  ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR'],
  ['TimeoutError', 'TIMEOUT_ERR'],
  ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR'],
  ['DataCloneError', 'DATA_CLONE_ERR'],
] as const;

const codes = Object.fromEntries(legacyNames.map(([, constant], index) => [constant, index + 1]));

/** An Error by birth, with a stack, and by its prototype's chain; not by its class's. */
class DOMExceptionClass {
  constructor(message: unknown = '', name: unknown = 'Error') {
    const messageText = toDomString(message);
    const nameText = toDomString(name);
    const error = Reflect.construct(Error, [], new.target) as DOMExceptionClass & { stack: string };
    nameError(error, nameText, messageText);
    const { stack } = error;
    if (typeof stack === 'string') {
      const frames = stack.indexOf('\n    at ');
      const value = `${nameText}: ${messageText}${frames === -1 ? '' : stack.slice(frames)}`;
      Object.defineProperty(error, 'stack', { value, writable: true, configurable: true });
    }
    // biome-ignore lint/correctness/noConstructorReturn: the object is made by Error
    return error;
  }

  get name(): string {
    return names(this).name;
  }

  get message(): string {
    return names(this).message;
  }

  get code(): number {
    const { name } = names(this);
    return name === '' ? 0 : legacyNames.findIndex(([known]) => known === name) + 1;
  }
}

function names(error: object): { readonly name: string; readonly message: string } {
  const known = namesOf(error);
  if (known === undefined) throw new TypeError('Illegal invocation: this is no DOMException');
  return known;
}

Object.setPrototypeOf(DOMExceptionClass.prototype, Error.prototype);

addPlatformPrototype(DOMExceptionClass.prototype, {
  clone: ({ message, name }: DOMExceptionClass) => new DOMExceptionClass(message, name),
});

/** As those who throw it see it: an Error. */
export const DOMException = asInterface(
  DOMExceptionClass,
  'DOMException',
  codes,
) as unknown as typeof globalThis.DOMException;
