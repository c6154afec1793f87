import { ViewerDocument } from "@maple-bridge/schema/documents";
import { Client, fetchExchange } from "urql";
import { connection, nameDocuments, ownConnection } from "../../lib/connection.ts";
import { problemOf } from "../../lib/problem.ts";

/** Without the cache, which is for what is read inside. */
export const doorClient = new Client({
  ...connection,
  requestPolicy: "network-only",
  exchanges: [nameDocuments, fetchExchange],
});

/** Where one is signed in, but not yet inside. */
export const ownDoorClient = new Client({
  ...ownConnection,
  requestPolicy: "network-only",
  exchanges: [nameDocuments, fetchExchange],
});

/** Who is there, and the code by which the server refuses them, if it does. */
export async function whoIsThere() {
  const { data, error } = await doorClient.query(ViewerDocument, {}).toPromise();
  return { viewer: data?.viewer, refusal: problemOf(error)?.code };
}
