import { evidenceFiles, recheckDraws, recheckResults, rechecks } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  inReach,
  many,
  Node,
  one,
  onlyBy,
  type Reading,
  type Ref,
  sql,
  sqlOf,
} from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { EvidenceFile } from "#modules/evidence";
import { Member, viewerMember } from "#modules/members";
import { Unit } from "#modules/organisation";
import { WorkItem } from "#modules/work";
import { RecheckOutcome } from "./recheck.enums.ts";
import { mayDrawRechecks } from "./recheck.policy.ts";
import { isChecked, lastResult, type RecheckRow } from "./recheck.rows.ts";

@ObjectType({ description: "What a re-check has found, in one of its revisions." })
@From(recheckResults, { visibleTo: onlyBy("Recheck.results") })
export class RecheckResult {
  @Field(() => ID) @column(recheckResults.id) id!: string;
  @Field(() => Int, { description: "From 1; each correction begins another." })
  @column(recheckResults.revision)
  revision!: number;
  @Field(() => RecheckOutcome) @column(recheckResults.outcome) outcome!: RecheckOutcome;
  @Field(() => String) @column(recheckResults.text) text!: string;
  @Field(() => String, { nullable: true, description: "Why the one before was corrected." })
  @column(recheckResults.reason)
  reason?: string;
  @Field(() => DateTime) @column(recheckResults.checkedAt) checkedAt!: string;
  @Field(() => String, { description: "Whose account said it." }) @column(recheckResults.checker) checker!: string;
  @Field(() => WorkItem, {
    nullable: true,
    description: "The task by which what was not confirmed is made good; null too when out of your sight.",
  })
  @one(recheckResults.rectificationId)
  rectification?: Ref<WorkItem>;
}

/** As the commands take them: by who is to check it, and by who draws. */
function actionsOn(row: RecheckRow, reading: Reading) {
  if (!reading.caller.mayWrite) return sql`'{}'::text[]`;
  const { id, itemId, round, stationId, checkerId } = row;
  const isMine = sql`coalesce(${checkerId} = ${viewerMember(reading)}, false)`;
  return sql`array_remove(array[
    case when not is_checked and is_mine and exists (select from work_items i where i.bureau_id = ${reading.bureau} and i.id = ${itemId}
      and i.round = ${round} and i.state = 'CLOSED') then 'RECHECK_WORK' end,
    case when is_checked and is_mine then 'CORRECT_RECHECK' end,
    case when not is_checked and ${inReach(reading, stationId, mayDrawRechecks.roles)} then 'PASS_RECHECK_ON' end], null)
    from (select ${isChecked(id, reading)} as is_checked, ${isMine} as is_mine) is_so`;
}

@ObjectType({
  implements: Node,
  description:
    "A piece of closed work that was drawn at random to be checked again 双随机复查, by a member drawn at random: never one who did it or accepted it.",
})
@From(rechecks, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class Recheck {
  @Field(() => ID) @column(rechecks.id) id!: string;
  @Field(() => RecheckDraw) @one(rechecks.drawId) draw!: Ref<RecheckDraw>;
  @Field(() => Unit) @one(rechecks.stationId) station!: Ref<Unit>;
  @Field(() => LocalDate, { description: "The month in which the work was closed, by its first day." })
  @column(rechecks.month)
  month!: string;
  @Field(() => Int, { description: "From 1, within its draw." }) @column(rechecks.place) place!: number;
  @Field(() => WorkItem, { nullable: true, description: "As it is now; null when out of your sight." })
  @one(rechecks.itemId)
  item?: Ref<WorkItem>;
  @Field(() => Int, { description: "The item's round that was closed." }) @column(rechecks.round) round!: number;
  @Field(() => LocalDate, { description: "When that was." }) @column(rechecks.closedOn) closedOn!: string;
  @Field(() => Member, { nullable: true, description: "Who handed it in; null too when out of your sight." })
  @one(rechecks.doneById)
  doneBy?: Ref<Member>;
  @Field(() => Member, { nullable: true, description: "Who is to check it; null when out of your sight." })
  @one(rechecks.checkerId)
  checker?: Ref<Member>;
  @Field(() => Int, {
    description: "Which of those who might check it, in the order drawn: above 1 where it was passed on.",
  })
  @column(rechecks.turn)
  turn!: number;
  @Field(() => RecheckOutcome, { nullable: true, description: "What it has found; null while it is still to be done." })
  @sqlOf(rechecks, ({ id }, reading) => lastResult(id, "outcome", reading))
  outcome?: RecheckOutcome;
  @Field(() => DateTime, { nullable: true, description: "When that was said last." })
  @sqlOf(rechecks, ({ id }, reading) => lastResult(id, "checked_at", reading))
  checkedAt?: string;
  @Field(() => [RecheckResult], { description: "In the order said; the last one counts." })
  @many(recheckResults, {
    about: 1,
    inAll: 100_000,
    child: recheckResults.recheckId,
    order: ({ revision }) => sql`${revision}`,
  })
  results!: RecheckResult[];
  @Field(() => [EvidenceFile], { description: "Photos that the checker has brought." })
  @many(evidenceFiles, {
    about: 1,
    perRow: true,
    child: evidenceFiles.itemId,
    parent: rechecks.itemId,
    besides: [{ child: evidenceFiles.round, parent: rechecks.round }],
    where: ({ isOfRecheck }) => sql`${isOfRecheck}`,
    order: ({ announcedAt, id }) => sql`${announcedAt}, ${id}`,
  })
  evidence!: EvidenceFile[];
  @Field(() => Int) @column(rechecks.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], { description: "What you may do with it now; `recheckWork` goes by its item." })
  @sqlOf(rechecks, (row, reading) => sql`(select ${actionsOn(row, reading)})`)
  viewerMay!: string[];
}

@ObjectType({
  implements: Node,
  description:
    "A draw of what a station had closed in a month. Its seed and its pool give it again: the items with the smallest SHA-256 of seed, blank and id, each with the checker of the smallest SHA-256 of seed, blank, the item's id, blank and the member's.",
})
@From(recheckDraws, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class RecheckDraw {
  @Field(() => ID) @column(recheckDraws.id) id!: string;
  @Field(() => Unit) @one(recheckDraws.stationId) station!: Ref<Unit>;
  @Field(() => LocalDate, { description: "The month, by its first day." }) @column(recheckDraws.month) month!: string;
  @Field(() => Int, { description: "From 1, within the month." }) @column(recheckDraws.number) number!: number;
  @Field(() => Int, { description: "How many were to be drawn." }) @column(recheckDraws.asked) asked!: number;
  @Field(() => Int, { description: "How many were." }) @column(recheckDraws.drawn) drawn!: number;
  @Field(() => Int, { description: "Of how many pieces of work." })
  @column(recheckDraws.candidates)
  candidates!: number;
  @Field(() => Int, { description: "Of how many members who might check." })
  @column(recheckDraws.checkers)
  checkers!: number;
  @Field(() => Int, { description: "Came up and were left, because nobody may check them." })
  @column(recheckDraws.passedOver)
  passedOver!: number;
  @Field(() => String, { description: "256 random bits, in hex." }) @column(recheckDraws.seed) seed!: string;
  @Field(() => String, { description: "SHA-256 of the pool, in hex; it stands in the audit log too." })
  @column(recheckDraws.digest)
  digest!: string;
  @Field(() => String, {
    description:
      "All that might be drawn, a line for each: `item` with its id and those who may not check it, `checker` with a member's id.",
  })
  @column(recheckDraws.pool)
  pool!: string;
  @Field(() => DateTime) @column(recheckDraws.drawnAt) drawnAt!: string;
  @Field(() => String, { description: "Whose account drew it, or the system." })
  @column(recheckDraws.drawer)
  drawer!: string;
  @Field(() => String, { nullable: true }) @column(recheckDraws.reason) reason?: string;
  @Field(() => [Recheck], { description: "In the order drawn." })
  @many(rechecks, { about: 3, inAll: 100_000, child: rechecks.drawId, order: ({ place }) => sql`${place}` })
  rechecks!: Recheck[];
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
}

export const RecheckConnection = connectionOf("Recheck", () => Recheck);
