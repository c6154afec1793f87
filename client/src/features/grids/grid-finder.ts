import { GridFinderDocument } from "@maple-bridge/schema/documents";
import { type Finder, findingsOf } from "../../lib/finders.ts";

export const gridFinder: Finder = {
  name: "grids",
  async find(client, text) {
    const answer = await client.query(GridFinderDocument, { search: text }).toPromise();
    return findingsOf(answer, ({ grids }) =>
      grids.nodes.map(({ id, name, code, station, closedOn }) => ({
        id,
        label: name,
        hint: `${code} · ${station?.name ?? ""}`,
        to: "/grids",
        search: { open: id, ...(closedOn ? { closed: "1" } : {}) },
      })),
    );
  },
};
