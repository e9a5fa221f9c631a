/** URL and URLSearchParams: the package that follows the standard's own algorithms. */
export { URL, URLSearchParams } from 'whatwg-url';
