/** The one place where notifications leave over HTTP. */
import type { Post } from './webhook-sink.ts';

export const postJson: Post = async (url, body, signal) => {
  const headers = { 'content-type': 'application/json', 'user-agent': 'isopod' };
  const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  // What it says is not read, but the connection is to be used again.
  await response.body?.cancel();
  return response.status;
};
