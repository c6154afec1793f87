import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import { everything, inCommand, raw, readingIn } from "#kernel/read";
import { type Duty, lockGrids } from "#modules/grids";
import { isMemberInSight } from "#modules/members";
import type {
  Candidate,
  GridOnGround,
  Ground,
  Held,
  KindOfGrid,
  MemberOnGround,
  Standard,
} from "./assignment.rules.ts";
import type { Period } from "./period.rules.ts";

/**
 * What bears on the candidates, with the grids and then the members held until the command ends: who decides about the
 * same grid waits here, and a member does not leave meanwhile. Sent at once, and answered in this order: what is read of
 * a grid is read once it is held.
 */
export async function groundOf(tx: Transaction, candidates: readonly Candidate[]): Promise<Ground> {
  const asked = askedBy(candidates);
  const [grids, [around]] = await Promise.all([
    lockGrids(tx, asked.gridIds),
    tx.sql<[Around]>`select ${membersOf(tx, asked)}, ${restOf(tx, asked)}`,
  ]);
  return groundFrom(candidates, grids, around);
}

function groundFrom(candidates: readonly Candidate[], gridRows: readonly GridOnGround[], around: Around): Ground {
  const grids = new Map(gridRows.map((grid) => [grid.id, grid]));
  const members = new Map(around.members.map((member) => [member.id, member]));
  assertInSight(candidates, grids, members);
  return {
    grids,
    kinds: around.kinds.map((kind) => inInstants<KindOfGrid>(kind)),
    members,
    held: around.held.map((post) => inInstants<Held>(post)),
    standards: around.standards.map((standard) => inInstants<Standard>(standard)),
    kindsFor: new Map(around.holders.map(({ duty, kinds }) => [duty, kinds])),
  };
}

function assertInSight(candidates: readonly Candidate[], grids: Ground["grids"], members: Ground["members"]) {
  const absent = candidates.flatMap(({ path, gridId, memberId }) => [
    ...(grids.has(gridId) ? [] : [{ path: [...path, "gridId"], code: "NOT_FOUND" }]),
    ...(members.has(memberId) ? [] : [{ path: [...path, "memberId"], code: "NOT_FOUND" }]),
  ]);
  if (absent.length > 0) throw new NotFound(absent);
}

interface Asked {
  gridIds: string[];
  memberIds: string[];
  duties: Duty[];
  earliest: Date;
  /** As PostgreSQL reads it: "infinity" where a candidate has no end. */
  latest: string;
}

/** From the first candidate's begin to the last one's end. An id that is none names nothing. */
function askedBy(candidates: readonly Candidate[]): Asked {
  const latest = Math.max(...candidates.map(({ to }) => to?.getTime() ?? Infinity));
  return {
    gridIds: distinct(candidates, "gridId").filter(isId),
    memberIds: distinct(candidates, "memberId").filter(isId),
    duties: distinct(candidates, "duty"),
    earliest: new Date(Math.min(...candidates.map(({ from }) => from.getTime()))),
    latest: latest === Infinity ? "infinity" : new Date(latest).toISOString(),
  };
}

const distinct = <K extends "gridId" | "memberId" | "duty">(candidates: readonly Candidate[], key: K) => [
  ...new Set(candidates.map((candidate) => candidate[key])),
];

/** As JSON has it: instants are text. */
type AsText<T extends Period> = Omit<T, "from" | "to"> & { from: string; to: string | null };

interface Around {
  members: MemberOnGround[];
  kinds: AsText<KindOfGrid>[];
  held: AsText<Held>[];
  standards: AsText<Standard>[];
  holders: { duty: Duty; kinds: string[] }[];
}

/** Members in sight, as a query would see them. */
function membersOf(tx: Transaction, { memberIds }: Asked) {
  const { sql, bureauId } = tx;
  const sight = isMemberInSight({ id: raw("m.id") }, readingIn(tx));
  const isInSight = sight === everything ? sql`` : sql`and ${inCommand(tx, sight)}`;
  return sql`
    (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'badge', m.badge, 'kind', m.kind, 'joinedOn', m.joined_on,
        'leftOn', m.left_on, 'breaks', (select coalesce(json_agg(json_build_object('startsOn', b.starts_on, 'endsOn', b.ends_on) order by b.starts_on), '[]')
          from service_breaks b where b.bureau_id = ${bureauId} and b.member_id = m.id))), '[]')
      from (
        select m.* from members m where m.bureau_id = ${bureauId} and m.id = any(${memberIds}::uuid[]) ${isInSight} order by m.id for share of m
      ) m) as members`;
}

/** Who holds the duties at the grids while the candidates would, what the grids are and which standards bound them then, and whose kind may. */
const restOf = ({ sql, bureauId }: Transaction, { gridIds, duties, earliest, latest }: Asked) => sql`
  (select coalesce(json_agg(json_build_object('gridId', grid_id, 'kind', kind, 'complexity', complexity,
      'from', greatest(starts_on, ${dayOf(earliest)}::date)::timestamp at time zone 'Asia/Shanghai', 'to', ends_on::timestamp at time zone 'Asia/Shanghai')), '[]')
    from grid_facts
    where bureau_id = ${bureauId} and grid_id = any(${gridIds}::uuid[]) and (ends_on is null or ends_on > ${dayOf(earliest)})) as kinds,
  (select coalesce(json_agg(json_build_object('gridId', a.grid_id, 'duty', a.duty,
      'memberId', a.member_id, 'from', a.starts_at, 'to', a.ends_at, 'member', m.name, 'badge', m.badge) order by a.starts_at, a.id), '[]')
    from unnest(${gridIds}::uuid[]) as at (grid_id) cross join lateral (
      select * from assignments
      where bureau_id = ${bureauId} and grid_id = at.grid_id and duty = any(${duties}::text[])
        and starts_at < ${latest}::text::timestamptz and (ends_at is null or ends_at > ${earliest})
        and ends_at is distinct from starts_at
      offset 0
    ) a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id) as held,
  (select coalesce(json_agg(json_build_object('gridKind', grid_kind, 'complexity', complexity, 'duty', duty, 'atLeast', at_least, 'atMost', at_most,
      'from', starts_at, 'to', ends_at) order by starts_at), '[]')
    from staffing_standards
    where bureau_id = ${bureauId} and duty = any(${duties}::text[])
      and starts_at < ${latest}::text::timestamptz and (ends_at is null or ends_at > ${earliest})
      and ends_at is distinct from starts_at) as standards,
  (select coalesce(json_agg(json_build_object('duty', duty, 'kinds', kinds)), '[]')
    from (
      select duty, array_agg(member_kind) as kinds from duty_holders
      where bureau_id = ${bureauId} and duty = any(${duties}::text[]) group by duty
    ) holders) as holders`;

const inInstants = <T extends Period>({ from, to, ...rest }: AsText<T>) =>
  ({ ...rest, from: new Date(from), to: to === null ? null : new Date(to) }) as unknown as T;
