import type { Transaction } from "#kernel/command";
import { addDays, dayOf, startOfDay } from "#kernel/day";
import { Conflict } from "#kernel/errors";
import type { Deed } from "#kernel/record";
import { countsOf } from "./counts.rules.ts";
import { schemeOfWeek, type SchemeDraft } from "./scheme.store.ts";
import { weekName } from "./week.rules.ts";
import {
  type Asking,
  digestOf,
  type LineRow,
  openReview,
  type ReviewRow,
  saveSigned,
  signerOf,
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
  const frozen = await frozenLines(tx, signing);
  const signer = await signerOf(tx);
  for (const { week, review, lines } of signing) {
    const { id, revision } = await openReview(tx, week, review);
    const counts = countsOf(lines);
    const snapshot = contentOf(week, revision, frozen);
    const digest = await digestOf(tx, snapshot);
    const by = { ...signer, onBehalfOfId: week.onBehalfOfId };
    await saveSigned(tx, id, { signedAt: tx.now, ...by, ...counts, snapshot, digest });
    done.deeds.push(signed(id, week, { revision, digest, ...counts }));
    done.signed.set(week.memberId, { id, digest });
  }
  return done;
}

/** What the log is told of a week that was signed. */
export const signed = (id: string, week: Week, told: object): Deed =>
  weekDeed("sign", id, week, { ...told, onBehalfOfId: week.onBehalfOfId });

interface Frozen {
  /** By their members. */
  lines: Awaited<ReturnType<typeof snapshotsOf>>;
  scheme: SchemeDraft | null;
}

/** The lines of each of the weeks, of one station, as they stand, and what the lists are called. */
export async function frozenLines(tx: Asking, weeks: readonly { week: Week }[]): Promise<Frozen> {
  const [first] = weeks;
  if (!first) return { lines: new Map(), scheme: null };
  const lines = await snapshotsOf(tx, { ...first.week, memberIds: weeks.map(({ week }) => week.memberId) });
  return { lines, scheme: await schemeOfWeek(tx, first.week.stationId, first.week.week) };
}

/** What is kept of a week in a revision. */
export const contentOf = (week: Week, revision: number, frozen: Frozen) => ({
  ...headOf(week, frozen.scheme),
  ...{ revision, lines: frozen.lines.get(week.memberId)?.lines ?? [] },
});

/** Whose week it is, and what its lists were called when it was signed. */
const headOf = ({ memberId, member, badge, stationId, station, week }: Week, scheme: SchemeDraft | null) => ({
  member: { id: memberId, name: member, badge },
  station: { id: stationId, name: station },
  week,
  weekName: weekName(week),
  scheme,
});
