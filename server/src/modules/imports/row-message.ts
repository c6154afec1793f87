import { type Locale, locales, message } from "#kernel/messages";
import "./imports.messages.ts";
import type { ErrorParams, RowError, RowErrorCode } from "./row-error.ts";
import type { SheetNote } from "./sheet-note.ts";
import { dutyWords, type Duty, memberKindWords, type MemberKind } from "./words.ts";

/** What is wrong, without its row: `网格编码“41”：编码格式不对。` */
export function rowMessage(error: RowError, locale: Locale): string {
  const value = error.value === "" ? "" : quoted[locale](error.value);
  return `${error.column}${value}${colon[locale]}${reason(error, locale)}`;
}

export const inEachLanguage = (told: (locale: Locale) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, told(locale)]));

/** What is wrong, without column and value; and what is told of a sheet. */
export const reason = (
  { code, params }: { code: RowErrorCode | SheetNote["code"]; params?: ErrorParams },
  locale: Locale,
) => message(locale, code, params && { ...params, ...worded(params, locale) });

function worded({ duty, kind }: ErrorParams, locale: Locale): ErrorParams {
  const words: readonly (readonly string[] | undefined)[] = [
    dutyWords[duty as Duty],
    memberKindWords[kind as MemberKind],
  ];
  const [dutyWord, kindWord] = words.map((of) => (locale === "en" ? of?.at(-1) : of?.[0]));
  return { ...(dutyWord && { duty: dutyWord }), ...(kindWord && { kind: kindWord }) };
}

const quoted: Record<Locale, (value: string) => string> = {
  "zh-CN": (value) => `“${value}”`,
  en: (value) => ` “${value}”`,
};

const colon: Record<Locale, string> = { "zh-CN": "：", en: ": " };
