import { listSchemes } from "@maple-bridge/drizzle/tables";
import { authorize, authorizeBureau, insertNow, type Transaction, update } from "#kernel/command";
import { Invalid } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { findSeen } from "#kernel/read";
import { type Deed } from "#kernel/record";
import { Unit, type UnitRow } from "#modules/organisation";
import type { ListSource } from "./lists.enums.ts";
import { mayManageListSchemes } from "./lists.policy.ts";

export interface SchemeDraft {
  titles: string[];
  sources: ListSource[];
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

/** The draft is in force from now on: by the revision that says the same already, or by a new one. */
export async function putSchemeInForce(
  tx: Transaction,
  stationId: string | null,
  draft: SchemeDraft,
): Promise<{ id: string; deeds: Deed[] }> {
  const { sql, bureauId, now } = tx;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list scheme of ${bureauId} ${stationId ?? ""}`}, 0))`;
  const [last] = await sql<SchemeRow[]>`
    select id, revision, to_jsonb(titles) as titles, to_jsonb(sources) as sources, ends_at from list_schemes
    where bureau_id = ${bureauId} and station_id is not distinct from ${stationId} order by revision desc limit 1`;
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
