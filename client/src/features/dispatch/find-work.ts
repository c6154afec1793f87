import { MatterFinderDocument, WorkFinderDocument } from "@maple-bridge/schema/documents";
import { type Find, findingsOf } from "../../lib/finders.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";
import { itemToOpen } from "../../ui/work/matter.ts";

/** By number or title; each opens the work about it that is open, or where there never was any, the matter. */
export const findMatters: Find = async (client, text, viewer) => {
  const answer = await client.query(MatterFinderDocument, { search: text }).toPromise();
  return findingsOf(answer, ({ matters }) =>
    matters.nodes.map(({ id, number, title, items }) => {
      const item = itemToOpen(items);
      const place = item ? placeOf(viewer, item) : { to: "/matters", search: { open: number } };
      return { id, label: title, hint: number, ...place };
    }),
  );
};

/** Orders and tasks, by number or title. */
export const findWork: Find = async (client, text, viewer) => {
  const answer = await client.query(WorkFinderDocument, { search: text }).toPromise();
  return findingsOf(answer, ({ workItems }) =>
    workItems.nodes.map((item) => ({
      id: item.id,
      label: item.title,
      hint: item.number,
      ...placeOf(viewer, item),
    })),
  );
};

/** Commanders have the desk, and who has none has it among their own work. */
function placeOf({ bureau }: Viewer, { id, isOpen }: { id: string; isOpen: boolean }) {
  if (!may(bureau, "ISSUE_WORK")) return { to: "/my-work", search: { open: id } };
  return { to: "/dispatch", search: { open: id, ...(isOpen ? {} : { all: "1" }) } };
}
