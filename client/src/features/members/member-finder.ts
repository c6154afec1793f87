import { MemberFinderDocument } from "@maple-bridge/schema/documents";
import type { Finder } from "../../lib/finders.ts";

export const memberFinder: Finder = {
  name: "members",
  async find(client, text) {
    const { data } = await client.query(MemberFinderDocument, { search: text }).toPromise();
    return (data?.members.nodes ?? []).map(({ id, name, badge, unit }) => ({
      id,
      label: name,
      hint: unit ? `${badge} · ${unit.name}` : badge,
      to: "/members",
      search: { open: id },
    }));
  },
};
