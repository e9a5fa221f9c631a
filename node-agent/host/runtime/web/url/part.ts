/** URL and URLSearchParams: the package that follows the standard's own algorithms. */
import {
  URLSearchParams as paramsInterface,
  URL as urlInterface,
} from 'whatwg-url/webidl2js-wrapper.js';
import { addPlatformPrototype } from '../kit.ts';
import { createObjectURL, revokeObjectURL } from './object-urls.ts';

const realm = { Array, Object, Promise, String, TypeError };
const globals = ['Window'];
urlInterface.install(realm, globals);
paramsInterface.install(realm, globals);
const { URL, URLSearchParams } = realm as unknown as typeof globalThis;

addPlatformPrototype(URL.prototype);
addPlatformPrototype(URLSearchParams.prototype);

for (const method of [createObjectURL, revokeObjectURL]) {
  Object.defineProperty(URL, method.name, {
    value: method,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

export { objectOfUrl } from './object-urls.ts';
export { URL, URLSearchParams };
