import { message, type Locale } from "#kernel/messages";
import "./imports.messages.ts";
import type { RowError } from "./row-error.ts";

/** What is wrong, without its row: `网格编码“41”：编码格式不对。` */
export function rowMessage(error: RowError, locale: Locale): string {
  const value = error.value === "" ? "" : quoted[locale](error.value);
  return `${error.column}${value}${colon[locale]}${message(locale, error.code, error.params)}`;
}

const quoted: Record<Locale, (value: string) => string> = {
  "zh-CN": (value) => `“${value}”`,
  en: (value) => ` “${value}”`,
};

const colon: Record<Locale, string> = { "zh-CN": "：", en: ": " };
