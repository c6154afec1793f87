import { ImportDetailsDocument, MapImportColumnsDocument } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { useClient } from "urql";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import type { Run } from "./run.ts";
import { isSame, mappedColumns, mappingLike, mappingOf, missingFields } from "./mapping.ts";

/** A corrected file goes on where the first one stopped: with its columns, and what it assumed. */
export function useCorrected(first: Run) {
  const client = useClient();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const [mapColumns] = useCommand(MapImportColumnsDocument);
  return async (id: string) => {
    const { data } = await client.query(ImportDetailsDocument, { id }, { requestPolicy: "network-only" }).toPromise();
    const corrected = data?.import;
    const mapping = corrected && mappingLike(first, corrected);
    const isKnown = mapping !== undefined && mapping !== null && missingFields(first, mapping).length === 0;
    if (corrected && isKnown && may(corrected, "MAP_IMPORT_COLUMNS") && !isSame(mapping, mappingOf(corrected))) {
      const { version: expectedVersion } = corrected;
      tell((await mapColumns({ id, expectedVersion, mapping: mappedColumns(mapping) })).problem);
    }
    await navigate({
      to: "/import/$id",
      params: { id },
      search: { like: first.id, step: isKnown ? "check" : "columns" },
    });
  };
}
