/** What is said to a server and what it answers; nothing here says it. */
export { Body } from './body.ts';
export { Headers, headersOf, listOfHeaders } from './headers.ts';
export { Request, stateOfRequest } from './request.ts';
export { Response, responseOf } from './response.ts';
