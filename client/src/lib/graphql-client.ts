import { retryExchange } from "@urql/exchange-retry";
import { Client, type CombinedError, fetchExchange, mapExchange } from "urql";
import { nameDocuments, ownConnection } from "./connection.ts";
import { keepAnswers } from "./keep-answers.ts";
import { problemOf } from "./problem.ts";

/** With a cache that lives as long as the document: who signs out leaves it, and all that was read with it. */
export function makeClient(onRefusal: (code: string) => void) {
  return new Client({
    ...ownConnection,
    requestPolicy: "cache-first",
    exchanges: [
      mapExchange({ onError: (error) => onRefusal(problemOf(error)?.code ?? "") }),
      keepAnswers,
      retryExchange({
        maxNumberAttempts: 3,
        retryIf: (error, operation) => operation.kind === "query" && hasNoAnswer(error),
      }),
      nameDocuments,
      fetchExchange,
    ],
  });
}

const hasNoAnswer = (error: CombinedError) => Boolean(error.networkError) && !error.response;
