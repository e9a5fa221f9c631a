/**
 * Text of a guest's on a person's terminal. Control characters can do more there than colour it:
 * move the cursor over what is already written, set the window's title, fill the clipboard; and
 * marks of direction can make a line read as another. They are shown, as JSON would write them.
 * New lines and tabs do no more than they seem to.
 */
const unseen = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

export function shownText(text: string): string {
  return text.replace(unseen, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
