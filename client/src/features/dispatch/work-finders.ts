import { type Finder, findsLater } from "../../lib/finders.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";

const load = () => import("./find-work.ts");

/** Who has a page that work opens on. */
const isFor = ({ bureau, memberId }: Viewer) => may(bureau, "ISSUE_WORK") || Boolean(memberId);

export const matterFinder: Finder = {
  name: "matters",
  isFor,
  find: findsLater(async () => (await load()).findMatters),
};
export const workFinder: Finder = { name: "work", isFor, find: findsLater(async () => (await load()).findWork) };
