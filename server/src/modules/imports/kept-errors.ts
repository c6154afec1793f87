import { type Portions, portionsOf } from "./portions.ts";
import type { RowError } from "./row-error.ts";
import { inEachLanguage, reason } from "./row-message.ts";

export const mostErrorsKept = 20_000;

/** Errors as a run keeps them, each with its reason in every language: made in the thread for files where they may be many. */
export interface KeptErrors {
  portions: Portions;
  /** Of all, those that are not kept too. */
  count: number;
}

export const keptErrors = (errors: readonly RowError[]): KeptErrors => ({
  portions: portionsOf(errors.slice(0, mostErrorsKept).map(toKeep), 250),
  count: errors.length,
});

const toKeep = (error: RowError, position: number) => ({
  ...error,
  position,
  message: inEachLanguage((locale) => reason(error, locale)),
});
