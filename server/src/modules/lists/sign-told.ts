import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import type { Actor } from "#kernel/actor";
import type { Sql } from "#kernel/database/in-bureau";
import { countsOf } from "./counts.rules.ts";
import { contentOf, frozenLines, signed } from "./signing.ts";
import { findWeeks, type FrozenLine, lastReviews } from "./week-review.store.ts";
import { insertOpen, saveFrozen } from "./sign-told.store.ts";

/** A week of a station in the past, and the chief who signed it then. */
export interface ToldSigning {
  bureauId: string;
  stationId: string;
  /** Over which the chief has a say. */
  unitIds: readonly string[];
  week: string;
  at: Date;
  by: { accountId: string; name: string; displayName: string };
}

/** One member's week after another. */
const betweenTwoMs = 10_000;

/** For what is told of the past: signs all weeks of a station as `signWeek` does, by the same lines and into the same snapshot. */
export async function signTold(sql: Sql, told: ToldSigning): Promise<{ at: Date; deed: Deed }[]> {
  const { bureauId, stationId, week, at } = told;
  const asking = { sql, bureauId, actor: chiefOf(told), now: at };
  const weeks = (await findWeeks(asking, { unitId: stationId, week })).filter(({ may }) => may);
  const memberIds = weeks.map(({ memberId }) => memberId);
  const reviews = await lastReviews(asking, stationId, week, memberIds);
  const frozen = await frozenLines(
    asking,
    weeks.map((each) => ({ week: each })),
  );
  const signing = weeks.map((each, index) => {
    const { id, revision } = reviews.get(each.memberId) ?? { id: newId(at.getTime()), revision: 1 };
    const counts = countsOf((frozen.lines.get(each.memberId)?.lines ?? []).map(countedOf));
    const signedAt = new Date(at.getTime() + index * betweenTwoMs);
    return { week: each, id, revision, counts, signedAt, snapshot: contentOf(each, revision, frozen) };
  });
  const rows = signing.map(({ week: { memberId }, id, counts, signedAt, snapshot }) => ({
    ...{ id, memberId, isNew: !reviews.has(memberId), signedAt, ...counts, snapshot },
  }));
  await insertOpen(asking, told, rows);
  const digests = await saveFrozen(asking, told.by, rows);
  return signing.map(({ week: of, id, revision, counts, signedAt }) => {
    const told = Object.assign({ revision, digest: digests.get(id) }, counts);
    return { at: signedAt, deed: signed(id, of, told) };
  });
}

const countedOf = ({ is_late, is_returned, is_waiting, ...line }: FrozenLine) =>
  Object.assign(line, { isLate: is_late, isReturned: is_returned, isWaiting: is_waiting });

const chiefOf = ({ bureauId, stationId, unitIds, by }: ToldSigning): Actor => ({
  ...{ bureauId, accountId: by.accountId, name: by.name, memberId: null, via: { kind: "session", id: by.accountId } },
  ...{ mustChangePassword: false, mayWrite: true, known: { stamp: 0, until: null } },
  grants: [{ role: "STATION_CHIEF", unitId: stationId, whole: false, unitIds: [...unitIds] }],
});
