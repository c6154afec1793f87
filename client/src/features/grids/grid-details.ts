import type { GridDetailsQuery } from "@maple-bridge/schema/documents";

export type GridDetails = Extract<NonNullable<GridDetailsQuery["node"]>, { code: string }>;
export type SeatDetails = GridDetails["seats"][number];
export type Assignment = GridDetails["assignments"][number];

export const gridIn = (data: GridDetailsQuery | undefined): GridDetails | undefined =>
  data?.node && "code" in data.node ? data.node : undefined;

/** Planned ones, the next to begin first. */
export const planned = ({ assignments }: GridDetails) =>
  assignments.filter(({ state }) => state === "PLANNED").toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));

/** What happened to the grid and to its seats, newest first. */
export const changesOf = ({ history, assignments }: GridDetails) =>
  [
    ...history,
    ...assignments.flatMap((assignment) => assignment.history.map((change) => withPlace(change, assignment))),
  ].toSorted((a, b) => b.at.localeCompare(a.at));

/** The end of an assignment does not tell by itself whose it was. */
function withPlace<Change extends { action: string; before: unknown; after: unknown }>(
  change: Change,
  { duty, member }: Assignment,
): Change {
  if (change.action !== "assignment.end") return change;
  const whose = { duty, member: member ? `${member.name} ${member.badge}` : null };
  return { ...change, before: null, after: { ...whose, ...(change.after as object) } };
}
