import type { LineRow } from "./week-review.store.ts";

type Counted = Pick<LineRow, "source" | "standing" | "isLate" | "isReturned" | "isWaiting" | "decision">;

/** What a week comes to: of its work alone, a line in as many counts as it bears on. The matrix counts the same in SQL. */
export function countsOf(lines: readonly Counted[]) {
  const work = lines.filter(({ source }) => source === "WORK_DUE");
  const count = (bears: (line: Counted) => boolean) => work.filter(bears).length;
  return {
    done: count(({ standing }) => standing === "DONE"),
    late: count(({ standing, isLate }) => standing !== "MISSED" && isLate),
    missed: count(({ standing }) => standing === "MISSED"),
    returned: count(({ isReturned, decision }) => isReturned || decision === "RETURNED"),
    waiting: count(({ isWaiting, decision }) => isWaiting && decision === null),
  };
}
