/**
 * Words in groups by their letters, with `lodash`, which comes from npm and is bundled.
 *
 *     npx isopod run examples/group-words.ts
 */
import _ from 'lodash';

const usual = ['listen', 'silent', 'enlist', 'google', 'elgoog', 'cat', 'act', 'inlets', 'dog'];

export default (words: readonly string[] = usual) => {
  const groups = _.groupBy(words, (word) => _.sortBy(word).join(''));
  const anagrams = _.filter(groups, (group) => group.length > 1);
  return _.orderBy(anagrams, ['length', '0'], ['desc', 'asc']);
};
