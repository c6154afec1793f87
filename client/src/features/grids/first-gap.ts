import { GridGapsDocument } from "@maple-bridge/schema/documents";
import type { Client } from "urql";
import { useRead } from "../../lib/use-read.ts";
import { placesOf } from "./use-next-gap.ts";
import { variablesOf } from "./grids-search.ts";

const { filter, orderBy, direction } = variablesOf({ gap: "ANY" });
const asked = { filter, orderBy, direction };

/** Whether there is a gap that the viewer may fill. */
export const useHasGap = () => placesOf(useRead(GridGapsDocument, asked).data, "ANY").length > 0;

/** The one that comes first now; none where there is none. */
export async function firstGap(client: Client) {
  const answer = await client.query(GridGapsDocument, asked, { requestPolicy: "network-only" }).toPromise();
  return placesOf(answer.data, "ANY")[0];
}
