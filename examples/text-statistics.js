// Counts words, sentences and letters of a text. A plain script: `input` is a global, and the
// value of the last statement is the result.
//
//     npx isopod run examples/text-statistics.js --input-file examples/text-statistics.input.json

const words = input.text.toLowerCase().match(/[a-z]+/g) ?? [];
const sentences = input.text.split(/[.!?]+(?:\s|$)/).filter((sentence) => sentence.trim() !== '');

const counts = new Map();
for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);

const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
const longest = [...counts.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
console.log(`${words.length} words, ${counts.size} of them different`);

({
  characters: input.text.length,
  words: words.length,
  differentWords: counts.size,
  sentences: sentences.length,
  wordsPerSentence: Math.round((words.length / sentences.length) * 10) / 10,
  mostFrequent: byCount.slice(0, input.top ?? 10),
  longest: longest.slice(0, 5),
  once: byCount.filter(([, count]) => count === 1).length,
});
