import "./face.messages.ts";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { refusalOf } from "#kernel/database/refusals";
import { type FieldFault, Refusal, Unavailable } from "#kernel/errors";
import { hasMessage, type Locale, message } from "#kernel/messages";
import { logOutage } from "./outages.ts";
import { callerGone } from "./request-clock.ts";

export interface Hearer {
  requestId: string;
  locale: Locale;
  log: Logger;
  /** Once a mutation is under way, it may have committed before it failed. */
  noted?: { kind?: string };
}

/** The codes of faults in the document or its variables, about which graphql-js may be quoted. */
const requestFaults = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "DOCUMENT_LIMIT",
]);

/** What a caller is told of an error, in their language. What is no refusal stays behind the request id. */
export function describeError(error: Error, hearer: Hearer): GraphQLFormattedError {
  const cause = causeOf(error);
  const refusal = cause instanceof Refusal ? cause : refusalOf(cause);
  if (refusal instanceof Unavailable && refusal.detail !== callerGone) logOutage(hearer.log, refusal, hearer.requestId);
  if (refusal) return { ...placeOf(error), ...describeRefusal(refusal, hearer) };
  if (isRequestFault(error)) return describeRequestFault(error, hearer);
  hearer.log.error({ err: cause, requestId: hearer.requestId }, "a request failed");
  const { requestId, locale } = hearer;
  return {
    ...placeOf(error),
    message: message(locale, "INTERNAL", { requestId }),
    extensions: { code: "INTERNAL", requestId },
  };
}

export function describeRefusal(refusal: Refusal, hearer: Hearer): GraphQLFormattedError {
  const { requestId, locale } = hearer;
  const { code, params, faults } = refusal;
  const detail = refusal.detail ?? unknownOutcome(refusal, hearer);
  const text = detail !== undefined && hasMessage(detail) ? detail : code;
  const retryAt = params?.["retryAt"];
  return {
    message: message(locale, text, params),
    extensions: {
      code,
      requestId,
      ...(detail !== undefined && detail !== code ? { detail } : {}),
      ...(retryAt === undefined ? {} : { retryAt }),
      fields: faults.map((fault) => describeFault(fault, locale)),
    },
  };
}

/** Where nothing better is known, a command may be done or not: under the same key it is safe to repeat. */
const unknownOutcome = (refusal: Refusal, { noted }: Hearer) =>
  noted?.kind === "mutation" && refusal instanceof Unavailable ? "OUTCOME_UNKNOWN" : undefined;

export const isUnavailable = (error: Error) => {
  const cause = causeOf(error);
  return cause instanceof Unavailable || refusalOf(cause) instanceof Unavailable;
};

/** Whether an answer holds no data at all: with some, what was done is done, and asking again would be no remedy. */
export const isNothing = (data: object | null | undefined) =>
  !data || Object.values(data).every((value) => value === null);

/** Whether the caller is told what was wrong, and it was theirs. */
export function isTold(error: Error): boolean {
  const cause = causeOf(error);
  return cause instanceof Refusal || refusalOf(cause) !== undefined || isRequestFault(error);
}

function describeFault({ path, code, params }: FieldFault, locale: Locale) {
  return { path, code, message: message(locale, code, params), params: params ?? {} };
}

function describeRequestFault(error: GraphQLError, { requestId, locale }: Hearer): GraphQLFormattedError {
  const { locations } = error;
  const code = String(codeOf(error));
  const { detail, params } = error.extensions as { detail?: string; params?: Record<string, number> };
  const said = error.message.replace(/ ?Did you mean .*\?$/, "");
  const text = message(locale, detail ?? code, params ?? { said });
  const path = variablePath(said);
  const fields = path && [{ path, code: "BAD_USER_INPUT", message: text, params: {} }];
  return {
    message: text,
    ...(locations ? { locations } : {}),
    ...placeOf(error),
    extensions: { code, requestId, ...(detail ? { detail } : {}), ...(fields ? { fields } : {}) },
  };
}

/** Where in the variables a value does not fit, out of graphql-js's sentence about it. */
function variablePath(text: string): string[] | undefined {
  const [, variable, within] = /^Variable "\$(\w+)"(?: got invalid value .* at "([^"]+)")?/.exec(text) ?? [];
  return (within ?? variable)?.split(/[.[\]]+/).filter(Boolean);
}

/** What graphql-js only finds when it runs: null where a default stood, or an operation that the schema has none of. */
const isFoundLate = ({ message, originalError }: GraphQLError) =>
  !originalError &&
  /^Argument "\w+" (of (non-null|required) type|has invalid value)|^Schema is not configured to execute/.test(message);

function codeOf(error: Error): unknown {
  if (!(error instanceof GraphQLError)) return undefined;
  return isFoundLate(error) ? "BAD_USER_INPUT" : error.extensions["code"];
}

const isRequestFault = (error: Error): error is GraphQLError => requestFaults.has(String(codeOf(error)));
const placeOf = (error: Error) => (error instanceof GraphQLError && error.path ? { path: error.path } : {});

/** The error a resolver threw, out of what graphql-js wrapped around it. */
function causeOf(error: Error): Error {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
