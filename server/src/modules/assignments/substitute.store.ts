import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { substituteFaults } from "#modules/members";

interface Unfit {
  grid: string;
  duty: string;
}

/** Who stands in for a holder must be of a kind that may hold each of the duties held at the time. */
substituteFaults.answeredBy(async (tx, { member, substitute, startsAt, endsAt }): Promise<FieldFault[]> => {
  const unfit = await dutiesNotFor(tx, member.id, substitute.kind, { startsAt, endsAt });
  const { name, badge, kind } = substitute;
  return unfit.map(({ grid, duty }) => ({
    path: ["input", "substituteId"],
    code: "SUBSTITUTE_MAY_NOT_HOLD",
    params: { member: name, badge, kind, grid, duty },
  }));
});

/** One grid for each duty is told. */
const dutiesNotFor = (
  { sql, bureauId, now }: Transaction,
  memberId: string,
  kind: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date | null },
) => sql<Unfit[]>`
  select distinct on (a.duty) f.name as grid, a.duty
  from assignments a join grid_facts f on f.bureau_id = a.bureau_id and f.grid_id = a.grid_id
    and f.starts_on <= ${dayOf(now)} and (f.ends_on is null or f.ends_on > ${dayOf(now)})
  where a.bureau_id = ${bureauId} and a.member_id = ${memberId} and (a.ends_at is null or (a.ends_at > ${startsAt} and a.ends_at > a.starts_at))
    and (${endsAt}::timestamptz is null or a.starts_at < ${endsAt}::timestamptz)
    and not exists (select from duty_holders d where d.bureau_id = a.bureau_id and d.duty = a.duty and d.member_kind = ${kind})
  order by a.duty, f.name`;
