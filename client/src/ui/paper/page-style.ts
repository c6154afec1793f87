/** What stands at the foot of each printed page: whose it is, and its number between the words for it. */
export function pageStyle(mark: string, [before = "", between = "", after = ""]: readonly string[]): string {
  const page = [text(before), "counter(page)", text(between), "counter(pages)", text(after)].join(" ");
  return `@media print { @page { @bottom-left { content: ${text(mark)} } @bottom-right { content: ${page} } } }`;
}

/** As a string of a style sheet: nothing that is said ends it. */
const text = (said: string) =>
  `"${said.replace(/["\\<>\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
