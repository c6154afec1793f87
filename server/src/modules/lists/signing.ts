import { accountOf } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import { addDays, dayOf, startOfDay } from "#kernel/day";
import { Conflict } from "#kernel/errors";
import type { Deed } from "#kernel/record";
import { countsOf } from "./counts.rules.ts";
import { schemeOfWeek, type SchemeDraft } from "./scheme.store.ts";
import { weekName } from "./week.rules.ts";
import {
  digestOf,
  type LineRow,
  openReview,
  type ReviewRow,
  saveSigned,
  snapshotsOf,
  type Week,
  weekDeed,
} from "./week-review.store.ts";

export function assertOver(tx: Transaction, week: string) {
  const day = addDays(week, 7);
  if (startOfDay(day) > tx.now.toISOString() && day > dayOf(tx.now))
    throw new Conflict([{ path: ["input", "week"], code: "WEEK_NOT_OVER", params: { day } }]);
}

export interface Signing {
  week: Week;
  review: ReviewRow | undefined;
  lines: readonly LineRow[];
}

interface Signed {
  /** By their members. */
  signed: Map<string, { id: string; digest: string }>;
  deeds: Deed[];
}

/** Freezes each of the weeks, of one station: its snapshot, and the digest of it, which the audit chain is told. */
export async function sign(tx: Transaction, signing: readonly Signing[]): Promise<Signed> {
  const done: Signed = { signed: new Map(), deeds: [] };
  const [first] = signing;
  if (!first) return done;
  const memberIds = signing.map(({ week }) => week.memberId);
  const frozen = await snapshotsOf(tx, { ...first.week, memberIds });
  const scheme = await schemeOfWeek(tx, first.week.stationId, first.week.week);
  for (const { week, review, lines } of signing) {
    const { id, revision } = await openReview(tx, week, review);
    const counts = countsOf(lines);
    const snapshot = { ...headOf(week, scheme), revision, lines: frozen.get(week.memberId)?.lines ?? [] };
    const digest = await digestOf(tx, snapshot);
    const by = { signedBy: accountOf(tx.actor), signer: tx.actor.name, onBehalfOfId: week.onBehalfOfId };
    await saveSigned(tx, id, { signedAt: tx.now, ...by, ...counts, snapshot, digest });
    done.deeds.push(weekDeed("sign", id, week, { revision, digest, ...counts, onBehalfOfId: week.onBehalfOfId }));
    done.signed.set(week.memberId, { id, digest });
  }
  return done;
}

/** Whose week it is, and what its lists were called when it was signed. */
const headOf = ({ memberId, member, badge, stationId, station, week }: Week, scheme: SchemeDraft | null) => ({
  member: { id: memberId, name: member, badge },
  station: { id: stationId, name: station },
  week,
  weekName: weekName(week),
  scheme,
});
