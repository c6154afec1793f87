import type { Transaction } from "#kernel/command";
import { record } from "#kernel/record";
import { keyOf, type LineDraft, type LineRow } from "./line.rules.ts";
import { endLines, lineRetired, lockCatalogue, putInForce } from "./line.store.ts";
import { authorizeLines } from "./station.store.ts";

/** Lines of lists that were kept elsewhere until now: each is in force from now on, by the next revision. Gives those that are new. */
export async function bringLinesIn(tx: Transaction, drafts: readonly LineDraft[], reason: string) {
  for (const stationId of new Set(drafts.map((draft) => draft.stationId))) authorizeLines(tx, stationId);
  const { deeds } = await putInForce(tx, await lockCatalogue(tx, stationsOf(drafts)), drafts);
  await record(tx, ...deeds.map((deed) => Object.assign(deed, { reason })));
  return deeds.map(({ entity }) => ({ id: entity.id }));
}

/**
 * Lines that were brought in, and are in force still, go: what stood in their place until then is in force again, by a revision of its
 * own, since the days between had the others.
 */
export async function takeLinesBack(tx: Transaction, ids: readonly string[], reason: string) {
  const { sql, bureauId } = tx;
  const lines = await sql<LineRow[]>`
    select id, station_id, duty, grid_kind, level, unit_kind, code, revision, title, text, serves, position, is_set_aside, is_ours, ends_at, version
    from duty_lines where bureau_id = ${bureauId} and id = any(${[...ids]}::uuid[]) order by id`;
  const before = await sql<LineRow[]>`
    select b.id, b.station_id, b.duty, b.grid_kind, b.level, b.unit_kind, b.code, b.revision, b.title, b.text, b.serves, b.position, b.is_set_aside,
      b.is_ours, b.ends_at, b.version
    from duty_lines l join duty_lines b on b.bureau_id = l.bureau_id and b.station_id is not distinct from l.station_id and b.owner = l.owner
      and b.code = l.code and b.revision = l.revision - 1 and b.ends_at = l.starts_at
    where l.bureau_id = ${bureauId} and l.id = any(${[...ids]}::uuid[]) order by b.id`;
  const inForce = await lockCatalogue(tx, stationsOf(lines));
  const { deeds } = await putInForce(tx, inForce, before);
  const replaced = new Set(before.map((line) => keyOf(line)));
  const alone = lines.filter((line) => !replaced.has(keyOf(line)));
  await endLines(
    tx,
    alone.map(({ id }) => id),
  );
  const retired = alone.map((line) => lineRetired(line, tx.now));
  await record(tx, ...[...deeds, ...retired].map((deed) => Object.assign(deed, { reason })));
}

const stationsOf = (lines: readonly LineDraft[]) => [...new Set(lines.flatMap(({ stationId }) => stationId ?? []))];
