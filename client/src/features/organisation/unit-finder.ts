import { UnitFinderDocument, type UnitKind } from "@maple-bridge/schema/documents";
import { type Finder, findingsOf } from "../../lib/finders.ts";

const withGrids = new Set<UnitKind>(["STATION", "POLICE_ROOM"]);

const gridsOf = (id: string) => ({ unit: id });
const details = (id: string) => ({ open: id });

/** Units that have grids open on their grids, others on what they are. */
export const unitFinder: Finder = {
  name: "units",
  async find(client, text) {
    const answer = await client.query(UnitFinderDocument, { search: text }).toPromise();
    return findingsOf(answer, ({ units }) =>
      units.nodes.map(({ id, name, kind, parent }) => ({
        id,
        label: name,
        hint: parent?.name,
        to: withGrids.has(kind) ? "/grids" : "/system/units",
        search: withGrids.has(kind) ? gridsOf(id) : details(id),
      })),
    );
  },
};
