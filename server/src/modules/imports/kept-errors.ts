import { type Cause, type CauseGround, causesOf } from "./causes.rules.ts";
import { type Portions, portionsOf } from "./portions.ts";
import type { RowError } from "./row-error.ts";
import { inEachLanguage, reason } from "./row-message.ts";

export const mostErrorsKept = 20_000;

/** Errors as a run keeps them, each with its reason in every language: made in the thread for files where they may be many. */
export interface KeptErrors {
  portions: Portions;
  /** Of all, those that are not kept too. */
  count: number;
  causes: KeptCause[];
}

/** As `import_runs.causes` has it. */
export interface KeptCause extends Omit<Cause, "first"> {
  message: Record<string, string>;
}

/** Causes are told of a file that was checked. */
export const keptErrors = (errors: readonly RowError[], ground?: CauseGround): KeptErrors => ({
  portions: portionsOf(errors.slice(0, mostErrorsKept).map(toKeep), 250),
  count: errors.length,
  causes: ground ? causesOf(errors, ground).map(keptCause) : [],
});

const toKeep = (error: RowError, position: number) => ({
  ...error,
  position,
  message: messageOf(error),
});

const keptCause = ({ first, ...cause }: Cause): KeptCause => ({ ...cause, message: messageOf(first) });

const messageOf = (error: RowError) => inEachLanguage((locale) => reason(error, locale));
