/** URL and URLSearchParams: the package that follows the standard's own algorithms. */
import { URL, URLSearchParams } from 'whatwg-url';
import { addPlatformPrototype } from '../kit.ts';
import { createObjectURL, revokeObjectURL } from './object-urls.ts';

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
