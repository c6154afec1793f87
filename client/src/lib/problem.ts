import type { CombinedError } from "urql";
import i18next from "i18next";

/** One thing wrong with one field of the input, as the server names it. */
export interface Fault {
  path: (string | number)[];
  code: string;
  message: string;
  params?: Record<string, string | number>;
}

/** Why a query or command failed, in words for the person at the screen. */
export interface Problem {
  code: string;
  message: string;
  faults: Fault[];
  requestId?: string;
  retryAt?: string;
}

export const unreachable = "UNREACHABLE";

interface Extensions {
  code?: string;
  requestId?: string;
  fields?: Fault[];
  retryAt?: string;
}

export function problemOf(error: CombinedError | undefined): Problem | undefined {
  if (!error) return undefined;
  const first = error.graphQLErrors[0];
  if (!first) return withoutAnswer(error);
  const extensions = first.extensions as Extensions;
  return {
    code: extensions.code ?? "INTERNAL",
    message: first.message,
    faults: extensions.fields ?? [],
    requestId: extensions.requestId,
    retryAt: extensions.retryAt,
  };
}

export const noAnswer = (): Problem => ({
  code: unreachable,
  message: i18next.t("shell:problem.unreachable"),
  faults: [],
});

function withoutAnswer(error: CombinedError): Problem {
  const status = (error.response as Response | undefined)?.status;
  if (status === undefined || status === 502 || status === 504) return noAnswer();
  if (status === 503 || status === 429)
    return { code: "UNAVAILABLE", message: i18next.t("shell:problem.busy"), faults: [] };
  return { code: "INTERNAL", message: i18next.t("shell:problem.unexpected", { status }), faults: [] };
}

/** No answer came, so the same intent may be sent again under the same key. */
export const mayRetry = (problem: Problem) => problem.code === unreachable || problem.code === "UNAVAILABLE";

/** A single fault says it all; of several, the message says what they have in common. */
export function wordsOf({ message, faults }: Pick<Problem, "message" | "faults">) {
  const told = [...new Set(faults.map((fault) => fault.message))];
  return told.length === 1 ? { title: told[0]!, told: [] } : { title: message, told };
}
