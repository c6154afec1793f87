import { listSchemes } from "@maple-bridge/drizzle/tables";
import { authorize, authorizeBureau, insertNow, type Transaction, update } from "#kernel/command";
import { Invalid } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { findSeen, inCommand, raw, readingIn } from "#kernel/read";
import { type Deed } from "#kernel/record";
import { Unit, type UnitRow } from "#modules/organisation";
import type { ListSource } from "./lists.enums.ts";
import { mayManageListSchemes } from "./lists.policy.ts";
import { schemeAt } from "./scheme.rows.ts";
import type { Asking } from "./week-review.store.ts";
import { lastMomentOf } from "./weeks.rows.ts";

export interface SchemeDraft {
  titles: string[];
  sources: ListSource[];
}

/** What the lists of the week are called at the station: as they were at its end, or are now in this one. */
export async function schemeOfWeek(tx: Asking, stationId: string, week: string): Promise<SchemeDraft | null> {
  const { sql, bureauId } = tx;
  const reading = readingIn(tx);
  const scheme = schemeAt(raw("asked.station_id"), lastMomentOf(raw("asked.week"), reading), reading);
  const [row] = await sql<SchemeDraft[]>`
    select to_jsonb(s.titles) as titles, to_jsonb(s.sources) as sources from (select ${stationId}::uuid as station_id, ${week}::date as week) asked
    join list_schemes s on s.bureau_id = ${bureauId} and s.id = ${inCommand(tx, scheme)}`;
  return row ?? null;
}

interface SchemeRow extends SchemeDraft {
  id: string;
  revision: number;
  endsAt: Date | null;
}

/** Whose scheme a command is about: of the station that is given, in sight, or without one the bureau's. */
export async function schemePlace(tx: Transaction, stationId: string | null | undefined): Promise<string | null> {
  if (!stationId) return null;
  const path = ["input", "stationId"];
  const columns = ["id", "kind", "name"] as const;
  const { id, kind, name } = await findSeen<Pick<UnitRow, "id" | "kind" | "name">>(tx, Unit, stationId, columns, path);
  if (kind !== "STATION") throw new Invalid([{ path, code: "LIST_SCHEME_STATION", params: { unit: name } }]);
  return id;
}

/** Throws unless the actor may set the lists of the station, or without one those of the bureau. */
export function authorizeScheme({ actor }: Transaction, stationId: string | null) {
  if (stationId === null) authorizeBureau(actor, mayManageListSchemes);
  else authorize(actor, mayManageListSchemes, stationId);
}

/** Ends the station's own scheme, so that the bureau's counts there again. Gives the one that has ended. */
export async function endScheme(tx: Transaction, stationId: string): Promise<{ id: string; deed: Deed } | undefined> {
  const current = await holdScheme(tx, stationId);
  if (!current || current.endsAt !== null) return undefined;
  await update(tx, listSchemes, current.id, { endsAt: tx.now });
  const { id, titles, sources } = current;
  const deed = {
    action: "listScheme.drop",
    entity: { type: "ListScheme", id },
    before: { stationId, titles, sources },
  };
  return { id, deed };
}

/** The last revision; whoever sets or drops it waits for the one before. */
async function holdScheme({ sql, bureauId }: Transaction, stationId: string | null): Promise<SchemeRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list scheme of ${bureauId} ${stationId ?? ""}`}, 0))`;
  const [last] = await sql<SchemeRow[]>`
    select id, revision, to_jsonb(titles) as titles, to_jsonb(sources) as sources, ends_at from list_schemes
    where bureau_id = ${bureauId} and station_id is not distinct from ${stationId} order by revision desc limit 1`;
  return last;
}

/** The draft is in force from now on: by the revision that says the same already, or by a new one. */
export async function putSchemeInForce(
  tx: Transaction,
  stationId: string | null,
  draft: SchemeDraft,
): Promise<{ id: string; deeds: Deed[] }> {
  const { now } = tx;
  const last = await holdScheme(tx, stationId);
  const current = last?.endsAt === null ? last : undefined;
  if (current && String([current.titles, current.sources]) === String([draft.titles, draft.sources]))
    return { id: current.id, deeds: [] };
  if (current) await update(tx, listSchemes, current.id, { endsAt: now });
  const id = newId(now.getTime());
  const revision = (last?.revision ?? 0) + 1;
  await insertNow(tx, listSchemes, [{ id, stationId, revision, ...draft, startsAt: now.toISOString() }]);
  const before = current ? { titles: current.titles, sources: current.sources } : null;
  return {
    id,
    deeds: [{ action: "listScheme.set", entity: { type: "ListScheme", id }, before, after: { stationId, ...draft } }],
  };
}
