import { locales } from "#kernel/messages";
import { type Portions, portionsOf } from "./portions.ts";
import type { RowError } from "./row-error.ts";
import { reason } from "./row-message.ts";

export const mostErrorsKept = 20_000;

/** Errors as a run keeps them, each with its reason in every language: made in the thread for files where they may be many. */
export interface KeptErrors {
  portions: Portions;
  /** Of all, those that are not kept too. */
  count: number;
}

export const keptErrors = (errors: readonly RowError[]): KeptErrors => ({
  portions: portionsOf(errors.slice(0, mostErrorsKept).map(inEachLanguage), 250),
  count: errors.length,
});

const inEachLanguage = (error: RowError, position: number) => ({
  ...error,
  position,
  message: Object.fromEntries(locales.map((locale) => [locale, reason(error, locale)])),
});
