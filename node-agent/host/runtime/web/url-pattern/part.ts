/** URLPattern: https://urlpattern.spec.whatwg.org/, a package's. */
export { URLPattern } from 'urlpattern-polyfill';
