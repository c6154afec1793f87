import postgres from "postgres";
import { Conflict, type FieldFault, Invalid, type Refusal, Unavailable } from "../errors.ts";
import { isConnectionLoss } from "./connection-loss.ts";

/** What a named constraint says to the caller when it is the one that refuses. */
const constraints = new Map<string, FieldFault>();

export function defineConstraint(name: string, fault: FieldFault) {
  constraints.set(name, fault);
}

const invalidStates = new Set(["23514", "22001", "22003"]);

/** The refusal a database error stands for; undefined for what is no refusal. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (isUnavailability(error)) return Object.assign(new Unavailable([], detailOf(error)), { cause: error });
  if (!(error instanceof postgres.PostgresError)) return undefined;
  const fault = error.constraint_name ? constraints.get(error.constraint_name) : undefined;
  if (!fault) return undefined;
  return invalidStates.has(error.code) ? new Invalid([fault]) : new Conflict([fault]);
}

/** A character that no text of the database holds: by itself, in JSON, or as half of a pair. */
export const isTextRefused = (error: unknown) =>
  error instanceof postgres.PostgresError && ["22021", "22P05", "22P02"].includes(error.code);

/**
 * Another transaction was first: deciding anew will see what it wrote, and at a later moment. One that began after this one, and was
 * not waited for, has begun something that this one would end before it began.
 */
export const isRaceLost = (error: unknown) =>
  error instanceof postgres.PostgresError &&
  (["23P01", "23505", "40001", "40P01"].includes(error.code) ||
    (error.code === "23514" && error.constraint_name?.endsWith("_period") === true));

/**
 * SQLSTATE classes of a connection, of resources, of an operator's hand and of the system (08, 53, 57, 58); a server that only
 * reads, a transaction that idled or took too long, a race, a lock not had. What is worse than an error (FATAL, PANIC) is no
 * statement's own: it refuses or ends a connection.
 */
const unavailableStates = /^(?:08|53|57|58)|^(?:25006|25P03|25P04|40001|40P01|55P03)$/;

/** The database is out of reach or out of something: the same request may do well later. */
const isUnavailability = (error: unknown): error is Error =>
  isConnectionLoss(error) ||
  isOutOfReach(error) ||
  (error instanceof postgres.PostgresError && (unavailableStates.test(error.code) || error.severity !== "ERROR"));

/** The driver's own time limit for a connection, and whatever the system says where one cannot be made. */
const isOutOfReach = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "CONNECT_TIMEOUT" ||
    error.code === "ETIMEDOUT" ||
    ("syscall" in error && (error.syscall === "connect" || error.syscall === "getaddrinfo")));

const detailOf = (error: Error) =>
  error instanceof postgres.PostgresError && error.code === "53100" ? "STORAGE_FULL" : undefined;
