/** What is said to a server and what it answers, and `fetch`, which has the agent say it. */
export { Body } from './body.ts';
export { fetch } from './fetch.ts';
export { Headers, headersOf, listOfHeaders } from './headers.ts';
export { Request, stateOfRequest } from './request.ts';
export { Response, responseOf } from './response.ts';
