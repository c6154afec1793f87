import { possibleTypes } from "@maple-bridge/schema/documents";
import { cacheExchange, type Cache } from "@urql/exchange-graphcache";
import { retryExchange } from "@urql/exchange-retry";
import { Client, fetchExchange, gql, mapExchange, subscriptionExchange, type CombinedError } from "urql";
import { type Changes, onChanges } from "./changes.ts";
import { connection, nameDocuments } from "./connection.ts";
import { isTouched } from "./dependents.ts";
import { problemOf } from "./problem.ts";

/** Answered by the browser itself: the server's events, and what this screen changed. */
export const ChangesSubscription = gql<{ changes: Changes }>`
  subscription Changes {
    changes {
      types
      ids
    }
  }
`;

const changesExchange = subscriptionExchange({
  forwardSubscription: () => ({
    subscribe: (sink) => ({
      unsubscribe: onChanges((changes) => sink.next({ data: { changes: { __typename: "Changes", ...changes } } })),
    }),
  }),
});

function forget(cache: Cache, types: readonly string[]) {
  for (const field of cache.inspectFields("Query"))
    if (isTouched(field.fieldName, types)) cache.invalidate("Query", field.fieldName, field.arguments);
}

/** Types that are part of what they stand under. */
const withoutId = [
  "Changes",
  "Seat",
  "GridCoverage",
  "UnitCoverage",
  "BureauCoverage",
  "CoverageGroup",
  "MemberLoad",
  "CurrentAbsence",
  "DutyHolders",
  "ImportOptions",
  "ImportSummary",
  "ImportPreviewRow",
  "ImportField",
  "ImportError",
  "ColumnMapping",
];

const cache = () =>
  cacheExchange({
    possibleTypes,
    keys: Object.fromEntries(withoutId.map((type) => [type, () => null])),
    updates: {
      Subscription: { changes: (result, _args, held) => forget(held, (result as { changes: Changes }).changes.types) },
    },
  });

/** With a cache that lives as long as the document: who signs out leaves it, and all that was read with it. */
export function makeClient(onRefusal: (code: string) => void) {
  return new Client({
    ...connection,
    requestPolicy: "cache-first",
    exchanges: [
      mapExchange({ onError: (error) => onRefusal(problemOf(error)?.code ?? "") }),
      cache(),
      retryExchange({
        maxNumberAttempts: 3,
        retryIf: (error, operation) => operation.kind === "query" && hasNoAnswer(error),
      }),
      changesExchange,
      nameDocuments,
      fetchExchange,
    ],
  });
}

const hasNoAnswer = (error: CombinedError) => Boolean(error.networkError) && !error.response;
