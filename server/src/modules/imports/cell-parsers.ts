import type { ErrorParams, RowErrorCode } from "./row-error.ts";

export type Parsed<T> = { value: T } | { code: RowErrorCode; params?: ErrorParams };

export type Parser<T> = (text: string) => Parsed<T>;

const scientific = /^\d(\.\d+)?E\+?\d+$/i;
const quoteMarks = /^['’‘`]+/;

/** Codes are text. One in scientific notation was a number once and has lost its digits. */
export function parseCode(text: string): Parsed<string> {
  const code = text.replace(quoteMarks, "").replaceAll(" ", "").toUpperCase();
  if (scientific.test(code)) return { code: "STORED_AS_NUMBER" };
  const wellFormed = /^\d+$/.test(code) ? /^\d{12,20}$/.test(code) : /^(?=.*\d)[0-9A-Z][0-9A-Z-]{5,29}$/.test(code);
  return wellFormed ? { value: code } : { code: "CODE_FORMAT" };
}

export function parseCodes(text: string): Parsed<string[]> {
  const codes = text.split(/[、,，;；|\s]+/).filter((code) => code !== "");
  const parsed = codes.map(parseCode);
  const values = parsed.flatMap((one) => ("value" in one ? [one.value] : []));
  return parsed.find((one) => "code" in one) ?? { value: [...new Set(values)] };
}

export function digitsOf(length: number): Parser<string> {
  const wanted = new RegExp(`^\\d{${length}}$`);
  return (text) => {
    const digits = text.replace(quoteMarks, "").replaceAll(" ", "");
    if (scientific.test(digits)) return { code: "STORED_AS_NUMBER" };
    return wanted.test(digits) ? { value: digits } : { code: "CODE_FORMAT" };
  };
}

export function parseBadge(text: string): Parsed<string> {
  const badge = text.replace(quoteMarks, "").replaceAll(" ", "");
  if (scientific.test(badge)) return { code: "STORED_AS_NUMBER" };
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,31}$/u.test(badge) ? { value: badge } : { code: "BADGE_FORMAT" };
}

export function textUpTo(max: number): Parser<string> {
  return (text) => ([...text].length > max ? { code: "TOO_LONG", params: { most: max } } : { value: text });
}

const mobile = /^1[3-9]\d{9}$/;
const landline = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/;

export function parsePhone(text: string): Parsed<string> {
  const phone = text
    .replace(quoteMarks, "")
    .replace(/[—–－]/g, "-")
    .replaceAll(" ", "");
  const bare = phone.replace(/^(\+|00)?86-?(?=1)/, "");
  const compact = bare.replaceAll("-", "");
  if (mobile.test(compact)) return { value: compact };
  if (scientific.test(phone)) return { code: "STORED_AS_NUMBER" };
  const parts = landline.exec(bare);
  return parts ? { value: parts.slice(1).filter(Boolean).join("-") } : { code: "PHONE_FORMAT" };
}

export function wholeNumber(min: number, max: number): Parser<number> {
  return (text) => {
    const digits = text.replace(/[,，\s]|[户人年]$/g, "");
    if (!/^-?\d{1,15}(\.0+)?$/.test(digits)) return { code: "NOT_A_NUMBER" };
    const value = Number(digits);
    return value < min || value > max ? { code: "OUT_OF_RANGE", params: { least: min, most: max } } : { value };
  };
}

const written = /^(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/;
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;
const serialOf1900 = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** An ISO date, from `2026.3.5`, `2026/3/5`, `2026年3月5日`, `20260305` or the serial of a spreadsheet. */
export function parseDate(text: string): Parsed<string> {
  const parts = written.exec(text) ?? compactDate.exec(text);
  if (parts) return dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (/^[2-7]\d{4}(\.\d+)?$/.test(text)) {
    return { value: new Date(serialOf1900 + Math.floor(Number(text)) * dayLength).toISOString().slice(0, 10) };
  }
  return { code: "NOT_A_DATE" };
}

function dateOf(year: number, month: number, day: number): Parsed<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2100;
  return exists ? { value: date.toISOString().slice(0, 10) } : { code: "NOT_A_DATE" };
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

const wordKey = (word: string) => word.toUpperCase().replace(/[\s_-]/g, "");
