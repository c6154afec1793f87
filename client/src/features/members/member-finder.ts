import { MemberFinderDocument } from "@maple-bridge/schema/documents";
import { type Finder, findingsOf } from "../../lib/finders.ts";

export const memberFinder: Finder = {
  name: "members",
  async find(client, text) {
    const answer = await client.query(MemberFinderDocument, { search: text }).toPromise();
    return findingsOf(answer, ({ members }) =>
      members.nodes.map(({ id, name, badge, unit }) => ({
        id,
        label: name,
        hint: unit ? `${badge} · ${unit.name}` : badge,
        to: "/members",
        search: { open: id },
      })),
    );
  },
};
