import { ImportDetailsDocument } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { useClient } from "urql";
import { mappingOf, missingFields } from "./mapping.ts";

/** A corrected file has the columns of the first one, and what it assumed: where none is missing, it is checked next. */
export function useCorrected() {
  const client = useClient();
  const navigate = useNavigate();
  return async (id: string) => {
    const { data } = await client.query(ImportDetailsDocument, { id }, { requestPolicy: "network-only" }).toPromise();
    const corrected = data?.import;
    const isKnown = corrected ? missingFields(corrected, mappingOf(corrected)).length === 0 : false;
    await navigate({ to: "/import/$id", params: { id }, search: { step: isKnown ? "check" : "columns" } });
  };
}
