import { reachOf } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import { type Duty, lockGrids } from "#modules/grids";
import type { Candidate, Ground, Held, MemberOnGround, Standard } from "./assignment.rules.ts";

/**
 * What bears on the candidates, with the grids and then the members held until the command ends: who decides about the
 * same grid waits here, and a member does not leave meanwhile. Sent at once, and answered in this order.
 */
export async function groundOf(tx: Transaction, candidates: readonly Candidate[]): Promise<Ground> {
  const [gridIds, memberIds] = [distinct(candidates, "gridId"), distinct(candidates, "memberId")];
  const earliest = new Date(Math.min(...candidates.map((candidate) => candidate.from.getTime())));
  const [gridRows, memberRows, held, standards, kindsFor] = await Promise.all([
    lockGrids(tx, gridIds),
    lockMembers(tx, memberIds),
    heldFrom(tx, gridIds, earliest),
    standardsFrom(tx, earliest),
    kindsForDuties(tx),
  ]);
  const grids = new Map(gridRows.map((grid) => [grid.id, grid]));
  const members = new Map(memberRows.map((member) => [member.id, member]));
  assertInSight(candidates, grids, members);
  return { grids, members, held, standards, kindsFor };
}

function assertInSight(candidates: readonly Candidate[], grids: Ground["grids"], members: Ground["members"]) {
  const absent = candidates.flatMap(({ path, gridId, memberId }) => [
    ...(grids.has(gridId) ? [] : [{ path: [...path, "gridId"], code: "NOT_FOUND" }]),
    ...(members.has(memberId) ? [] : [{ path: [...path, "memberId"], code: "NOT_FOUND" }]),
  ]);
  if (absent.length > 0) throw new NotFound(absent);
}

/** An id that is none names nothing. */
const distinct = (candidates: readonly Candidate[], key: "gridId" | "memberId") => [
  ...new Set(candidates.map((candidate) => candidate[key]).filter(isId)),
];

/** Members in sight: of a unit in reach, or with a seat now or later at a grid in reach. */
async function lockMembers(
  { sql, bureauId, actor, now }: Transaction,
  ids: readonly string[],
): Promise<MemberOnGround[]> {
  const reach = reachOf(actor);
  const units = reach === "all" ? [] : reach;
  return sql<MemberOnGround[]>`
    select m.id, m.name, m.badge, m.kind, m.left_on from members m
    where m.bureau_id = ${bureauId} and m.id = any(${ids}::uuid[])
      and (${reach === "all"} or m.unit_id = any(${units}::uuid[]) or exists (
        select from assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
        where a.bureau_id = ${bureauId} and a.member_id = m.id and (a.ends_at is null or (a.ends_at > ${now} and a.ends_at > a.starts_at))
          and g.station_id = any(${units}::uuid[])))
    order by m.id for share of m`;
}

const heldFrom = ({ sql, bureauId }: Transaction, gridIds: string[], earliest: Date) => sql<Held[]>`
  select a.grid_id, a.duty, a.member_id, a.starts_at as "from", a.ends_at as "to", m.name as member, m.badge
  from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
  where a.bureau_id = ${bureauId} and a.grid_id = any(${gridIds}::uuid[]) and a.ends_at is distinct from a.starts_at
    and (a.ends_at is null or a.ends_at > ${earliest})
  order by a.starts_at, a.id`;

const standardsFrom = ({ sql, bureauId }: Transaction, earliest: Date) => sql<Standard[]>`
  select grid_kind, complexity, duty, at_most, starts_at as "from", ends_at as "to" from staffing_standards
  where bureau_id = ${bureauId} and at_most is not null and ends_at is distinct from starts_at and (ends_at is null or ends_at > ${earliest})
  order by starts_at`;

async function kindsForDuties({ sql, bureauId }: Transaction): Promise<Map<Duty, string[]>> {
  const rows = await sql<{ duty: Duty; kinds: string[] }[]>`
    select duty, array_agg(member_kind) as kinds from duty_holders where bureau_id = ${bureauId} group by duty`;
  return new Map(rows.map(({ duty, kinds }) => [duty, kinds]));
}
