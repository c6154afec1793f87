import { authorize, authorizeBureau, type Transaction } from "#kernel/command";
import { Invalid } from "#kernel/errors";
import { lockUnit } from "#modules/organisation";
import { mayManageChecklists } from "./checklist.policy.ts";
import type { Content } from "./content.rules.ts";

/** Over the station, or where it is the bureau's over all of it. */
export const authorizeOver = ({ actor }: Transaction, stationId: string | null) =>
  stationId === null ? authorizeBureau(actor, mayManageChecklists) : authorize(actor, mayManageChecklists, stationId);

/** The station that it is to be of, in sight; none for the bureau's. */
export async function stationAsked(tx: Transaction, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const path = ["input", "stationId"];
  const unit = await lockUnit(tx, id, path, { isShared: true });
  if (unit.kind !== "STATION") throw new Invalid([{ path, code: "GRID_STATION_KIND", params: { unit: unit.name } }]);
  return id;
}

/** What the audit log is told of a content: of items their codes, since their wording stands in the version. */
export const shown = ({ items, owers, ...said }: Content) => ({
  ...said,
  items: items.map(({ code }) => code),
  owers: owers.map(({ duty, gridKind, complexity }) => [duty, gridKind, complexity].filter(Boolean).join(" ")),
});
