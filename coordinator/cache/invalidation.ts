/**
 * What may be called out of date at once, however many entries it is about: a key, all that bears a
 * tag, a whole namespace. Each of these has a mark in every tier. A mark is a number that counts the
 * tier's invalidations, never a time; an entry bears the number that the tier had come to before the
 * entry's value was asked for, and is out of date once one of its marks has a higher one. So an
 * invalidation costs the same for one entry and for a hundred thousand, and a value that was under
 * way meanwhile is out of date on arrival.
 */
export type Invalidation =
  | { readonly name: 'key'; readonly namespace: string; readonly key: string }
  | { readonly name: 'tag'; readonly namespace: string; readonly tag: string }
  | { readonly name: 'namespace'; readonly namespace: string };

/** No separator can be in it, so that no namespace is the beginning of another. */
const namespacePattern = /^[A-Za-z0-9_-]{1,64}$/;

export function isNamespace(text: string): boolean {
  return namespacePattern.test(text);
}

/** A key in a tier, which all namespaces share. */
export function tierKey(namespace: string, key: string): string {
  return `${namespace}:${key}`;
}

export function markOf(invalidation: Invalidation): string {
  const { namespace } = invalidation;
  switch (invalidation.name) {
    case 'key':
      return `k:${tierKey(namespace, invalidation.key)}`;
    case 'tag':
      return tagMark(namespace, invalidation.tag);
    case 'namespace':
      return namespaceMark(namespace);
  }
}

export function tagMark(namespace: string, tag: string): string {
  return `t:${namespace}:${tag}`;
}

export function namespaceMark(namespace: string): string {
  return `n:${namespace}`;
}

/** All that can make an entry out of date. */
export function marksOf(namespace: string, key: string, tags: readonly string[]): string[] {
  return [
    `k:${tierKey(namespace, key)}`,
    namespaceMark(namespace),
    ...tags.map((tag) => tagMark(namespace, tag)),
  ];
}
