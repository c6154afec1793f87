const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const fullWidth = /[０-９Ａ-Ｚａ-ｚ]/g;
const blanks = /[\s\p{Cc}]+/gu;

const halfWidth = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** One line of plain text: half-width digits and letters, single spaces, nothing invisible. */
export function plainText(text: string): string {
  return text
    .replace(loneSurrogates, "\uFFFD")
    .replace(invisible, "")
    .replace(fullWidth, halfWidth)
    .replace(blanks, " ")
    .trim();
}

/** A column letter as spreadsheet programs show it: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
