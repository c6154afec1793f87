import { type ClientOptions, mapExchange, makeOperation } from "urql";
import { isNobodyHere } from "./attention.ts";
import { currentLocale } from "./locale.ts";
import { trustedFetch } from "./trusted-fetch.ts";

/** How every client of ours speaks to the server. */
export const connection: Omit<ClientOptions, "exchanges"> = {
  url: "/graphql",
  preferGetMethod: false,
  fetch: trustedFetch,
  fetchOptions: () => ({
    credentials: "same-origin",
    headers: { "x-maple-locale": currentLocale(), ...(isNobodyHere() ? { "x-maple-automatic": "1" } : {}) },
  }),
};

/** Where an operation has a hash, urql leaves its text out. */
export const nameDocuments = mapExchange({
  onOperation(operation) {
    if (operation.kind === "teardown") return operation;
    const { documentId } = operation.query as { documentId?: string };
    if (!documentId) throw new Error("The server runs only operations that have an id.");
    const persistedQuery = { version: 1, sha256Hash: documentId } as const;
    return makeOperation(operation.kind, {
      ...operation,
      extensions: { ...operation.extensions, persistedQuery },
    });
  },
});
