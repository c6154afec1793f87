import { isMaskedPhone, readPhone, type PhoneFault } from "#kernel/phone";
import { asCode, asLine, asName } from "#kernel/written";
import { readDay } from "#kernel/written-day";
import type { ErrorParams, RowErrorCode } from "./row-error.ts";

export type Parsed<T> = { value: T } | { code: RowErrorCode; params?: ErrorParams };

export type Parser<T> = (text: string) => Parsed<T>;

/** What a number looks like that was a code once: it has lost digits at its end, or zeros at its start. */
const scientific = /^\d(\.\d+)?E\+?\d+$/i;
const decimal = /^\d+\.0+$/;

function lostAsNumber(code: string): RowErrorCode | undefined {
  if (scientific.test(code)) return "STORED_AS_NUMBER";
  return decimal.test(code) ? "STORED_AS_DECIMAL" : undefined;
}

/** Codes are text. */
export function parseCode(text: string): Parsed<string> {
  const code = asCode(text);
  const lost = lostAsNumber(code);
  if (lost) return { code: lost };
  const wellFormed = /^\d+$/.test(code) ? /^\d{12,20}$/.test(code) : /^(?=.*\d)[0-9A-Z][0-9A-Z-]{5,29}$/.test(code);
  return wellFormed ? { value: code } : { code: "CODE_FORMAT" };
}

export function parseCodes(text: string): Parsed<string[]> {
  const codes = text.split(/[、,，;；|\s]+/).filter((code) => code !== "");
  const parsed = codes.map(parseCode);
  const values = parsed.flatMap((one) => ("value" in one ? [one.value] : []));
  return parsed.find((one) => "code" in one) ?? { value: [...new Set(values)] };
}

/** Names of places, of which one may bear a blank; or codes in their place. */
export function parseNamesOrCodes(text: string): Parsed<string[]> {
  // Codes are told apart by blanks, too.
  const separators = /^[0-9A-Za-z\s、,，;；|-]+$/.test(text) ? /[、,，;；|\s]+/ : /[、,，;；|\n]+/;
  const names = text
    .split(separators)
    .map(asName)
    .filter((name) => name !== "");
  const tooLong = names.some((name) => [...name].length > longestPlace);
  return tooLong ? { code: "TOO_LONG", params: { most: longestPlace } } : { value: [...new Set(names)] };
}

const longestPlace = 60;

export function digitsOf(length: number): Parser<string> {
  const wanted = new RegExp(`^\\d{${length}}$`);
  return (text) => {
    const digits = asCode(text);
    const lost = lostAsNumber(digits);
    if (lost) return { code: lost };
    return wanted.test(digits) ? { value: digits } : { code: "CODE_FORMAT" };
  };
}

const several = /[、,，;；|\n&＆]/;

export function parseBadge(text: string): Parsed<string> {
  if (several.test(text)) return { code: "TWO_PEOPLE" };
  const badge = asCode(text);
  const lost = lostAsNumber(badge);
  if (lost) return { code: lost };
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,31}$/u.test(badge) ? { value: badge } : { code: "BADGE_FORMAT" };
}

export function textUpTo(max: number): Parser<string> {
  return (text) => {
    const name = asName(text);
    return [...name].length > max ? { code: "TOO_LONG", params: { most: max } } : { value: name };
  };
}

/** A short code in capitals, as 清单 and catalogues number by. */
export function parseUpperCode(text: string): Parsed<string> {
  const code = asCode(text);
  return /^[A-Z0-9_-]{1,30}$/.test(code) ? { value: code } : { code: "CODE_FORMAT" };
}

/** Sentences, in their lines. */
export const proseUpTo =
  (max: number): Parser<string> =>
  (text) =>
    [...text].length > max ? { code: "TOO_LONG", params: { most: max } } : { value: text };

/** Surnames of two characters, after which a blank may stand before the given name. */
const longSurnames =
  /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|司空|夏侯|端木|百里|呼延|南宫|西门|独孤|轩辕|钟离|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙|闻人|万俟|赫连|公羊|拓跋|夹谷|东郭|南门|鲜于|闾丘|亓官|司寇|子车|颛孙|巫马|公西|漆雕|乐正|壤驷|公良|左丘|谷梁|东里|微生|羊舌|梁丘)$/;
const separated = /\p{Script=Han}{2,}[\s\u3000]*[、,，;；/／|\n&＆+和及与][\s\u3000]*\p{Script=Han}{2,}/u;

/** One person's name; a blank between two whole names makes them two. */
export function parsePersonName(max: number): Parser<string> {
  const parse = textUpTo(max);
  return (text) => {
    const words = asLine(text).split(" ");
    const areNames = words.length > 1 && words.every((word) => /^\p{Script=Han}{2,4}$/u.test(word));
    if (separatedNames(text) || (areNames && !longSurnames.test(words[0]!))) return { code: "TWO_PEOPLE" };
    return parse(text);
  };
}

/** 和 and 与 stand in names too: they count between names only where blanks set them apart. */
const separatedNames = (text: string) =>
  separated.test(text.replace(/(?<=\p{Script=Han})[和及与](?=\p{Script=Han})/gu, ""));

const phoneFaults: Record<PhoneFault, RowErrorCode> = {
  PHONE_SHAPE: "PHONE_FORMAT",
  PHONE_AREA: "PHONE_AREA",
  PHONE_TWO: "PHONE_TWO",
};

/** A number that a list of ours has masked is taken as it stands: only beside the member it is known whether it is the same. */
export function parsePhone(text: string): Parsed<string> {
  const phone = asCode(text.replaceAll("\n", "、"));
  if (scientific.test(phone)) return { code: "STORED_AS_NUMBER" };
  if (isMaskedPhone(phone)) return { value: phone };
  const read = readPhone(phone);
  return "value" in read ? read : { code: phoneFaults[read.fault] };
}

export function wholeNumber(min: number, max: number): Parser<number> {
  return (text) => {
    const digits = asCode(text).replace(/,|，|[户人年]$/g, "");
    if (!/^-?\d{1,15}(\.0+)?$/.test(digits)) return { code: "NOT_A_NUMBER" };
    const value = Number(digits);
    return value < min || value > max ? { code: "OUT_OF_RANGE", params: { least: min, most: max } } : { value };
  };
}

const serialOf1900 = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** A day in any form that people write, or the serial of a spreadsheet. */
export function parseDate(text: string): Parsed<string> {
  const serial = asCode(text);
  if (/^[2-7]\d{4}(\.\d+)?$/.test(serial))
    return { value: new Date(serialOf1900 + Math.floor(Number(serial)) * dayLength).toISOString().slice(0, 10) };
  const day = readDay(text);
  return day ? { value: day } : { code: "NOT_A_DATE" };
}

const stillHeld = /^(至今|今|现任|在任|在岗|在职|长期|无|未定|[-—–/]+)$/;

/** The day something ends; none where it goes on. */
export function parseEnd(text: string): Parsed<string | undefined> {
  return stillHeld.test(asName(text)) ? { value: undefined } : parseDate(text);
}

/** One word of a list; the first word of each line is the one shown. */
export function oneOfWords<T extends string>(words: Record<T, readonly string[]>): Parser<T> {
  const values = Object.keys(words) as T[];
  const known = new Map(
    values.flatMap((value) => [value, ...words[value]].map((word) => [wordKey(word), value] as const)),
  );
  const allowed = values.map((value) => words[value][0] ?? value).join("、");
  return (text) => {
    const value = known.get(wordKey(text));
    return value ? { value } : { code: "UNKNOWN_WORD", params: { allowed } };
  };
}

const wordKey = (word: string) => asCode(word).replace(/[_-]/g, "");
