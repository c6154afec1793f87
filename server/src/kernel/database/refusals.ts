import postgres from "postgres";
import { Conflict, type FieldFault, Invalid, type Refusal, Unavailable } from "../errors.ts";
import { isConnectionLoss } from "./pipeline.ts";

/** What a named constraint says to the caller when it is the one that refuses. */
const constraints = new Map<string, FieldFault>();

export function defineConstraint(name: string, fault: FieldFault) {
  constraints.set(name, fault);
}

const invalidStates = new Set(["23514", "22001", "22003"]);

/** The refusal a database error stands for; undefined for what is no refusal. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (isConnectionLoss(error)) return new Unavailable();
  if (!(error instanceof postgres.PostgresError)) return undefined;
  if (["57014", "55P03", "53300", "40001", "40P01"].includes(error.code)) return new Unavailable();
  const fault = error.constraint_name ? constraints.get(error.constraint_name) : undefined;
  if (!fault) return undefined;
  return invalidStates.has(error.code) ? new Invalid([fault]) : new Conflict([fault]);
}

/** Another transaction was first: deciding anew will see what it wrote. */
export const isRaceLost = (error: unknown) =>
  error instanceof postgres.PostgresError && ["23P01", "23505", "40001", "40P01"].includes(error.code);
