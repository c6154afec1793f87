import { type ClientOptions, mapExchange, makeOperation } from "urql";
import { isNobodyHere } from "./attention.ts";
import { currentLocale } from "./locale.ts";
import { trusted } from "./trusted-fetch.ts";
import { ownFetch } from "./whose.ts";

/** How every client of ours speaks to the server, who has signed in or not. */
export const connection: Omit<ClientOptions, "exchanges"> = {
  url: "/graphql",
  preferGetMethod: false,
  // Looked up at each request, so that a test may stand in for the network.
  fetch: trusted((address, request) => fetch(address, request)),
  fetchOptions: () => ({
    credentials: "same-origin",
    headers: { "x-maple-locale": currentLocale(), ...(isNobodyHere() ? { "x-maple-automatic": "1" } : {}) },
  }),
};

/** For what only the owner of the document may ask. */
export const ownConnection = { ...connection, fetch: trusted(ownFetch) };

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
