import { locales } from "#kernel/messages";
import type { RowError } from "./row-error.ts";
import { reason } from "./row-message.ts";

export const mostErrorsKept = 20_000;

/** Errors as a run keeps them, each with its reason in every language: made in the thread for files where they may be many. */
export interface KeptErrors {
  json: string;
  count: number;
}

export const keptErrors = (errors: readonly RowError[]): KeptErrors => ({
  json: JSON.stringify(errors.slice(0, mostErrorsKept).map(inEachLanguage)),
  count: errors.length,
});

const inEachLanguage = (error: RowError) => ({
  ...error,
  message: Object.fromEntries(locales.map((locale) => [locale, reason(error, locale)])),
});
