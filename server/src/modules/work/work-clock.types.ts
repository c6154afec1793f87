import { workClocks, workPauses, workRequests } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, one, type Ref, sqlOf, sql, many } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { CalendarRevision } from "#modules/calendar";
import { DeadlineRule } from "./deadline-rule.types.ts";
import { ClockKind, RequestKind, TimeUnit } from "./work.enums.ts";
import { withItem } from "./work-sight.rows.ts";

@ObjectType({
  description:
    "A due time 时限 with its receipt: from which step it counts, by which rule and calendar, and what was added. It is worked out anew from these when a rule, a calendar, a pause or an extension changes, and by nothing else.",
})
@From(workClocks, withItem)
export class WorkClock {
  @Field(() => ID) @column(workClocks.id) id!: string;
  @Field(() => ClockKind) @column(workClocks.clock) clock!: ClockKind;
  @Field(() => Int) @column(workClocks.round) round!: number;
  @Field(() => DeadlineRule, { nullable: true, description: "Null where the due time was set by hand." })
  @one(workClocks.ruleId)
  rule?: Ref<DeadlineRule>;
  @Field(() => CalendarRevision, {
    nullable: true,
    description: "Null where the bureau had published none: weekdays from 8:30 to 12:00 and from 14:30 to 18:00 then.",
  })
  @one(workClocks.calendarRevisionId)
  calendar?: Ref<CalendarRevision>;
  @Field(() => TimeUnit) @column(workClocks.unit) unit!: TimeUnit;
  @Field(() => Int, { description: "How much time is given, in `unit`." }) @column(workClocks.budget) budget!: number;
  @Field(() => Int, { description: "Working days granted besides." })
  @column(workClocks.extendedBy)
  extendedBy!: number;
  @Field(() => DateTime) @column(workClocks.startedAt) startedAt!: string;
  @Field(() => Int, { description: "The event that it counts from." })
  @column(workClocks.startedSequence)
  startedSequence!: number;
  @Field(() => DateTime, { description: "Late from this instant on." }) @column(workClocks.dueAt) dueAt!: string;
  @Field(() => DateTime, { description: "Due soon from this instant on." }) @column(workClocks.warnAt) warnAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(workClocks.satisfiedAt) satisfiedAt?: string;
  @Field(() => DateTime, { nullable: true, description: "The due time that passed unsatisfied; it stays on record." })
  @column(workClocks.breachedAt)
  breachedAt?: string;
  @Field(() => DateTime, { nullable: true, description: "When it ended without being satisfied." })
  @column(workClocks.voidAt)
  voidAt?: string;
  @Field(() => Boolean, { description: "Whether it counts: neither satisfied nor void." })
  @sqlOf(workClocks, ({ satisfiedAt, voidAt }) => sql`(${satisfiedAt} is null and ${voidAt} is null)`)
  isRunning!: boolean;
  @Field(() => [Int], {
    description:
      "Years between its start and its due time whose days off were not announced: plain weekdays were taken.",
  })
  @sqlOf(
    workClocks,
    (clock, reading) => sql`
    case when ${clock.unit} = 'MINUTES' then '{}'::int[] else array(
      select y from generate_series(extract(year from ${clock.startedAt} at time zone 'Asia/Shanghai')::int, extract(year from (${clock.dueAt} - interval '1 ms') at time zone 'Asia/Shanghai')::int) y
      where y <> all(coalesce((select r.announced_years::int[] from calendar_revisions r where r.bureau_id = ${reading.bureau} and r.id = ${clock.calendarRevisionId}), '{}')) order by y) end`,
  )
  unannouncedYears!: number[];
}

@ObjectType({
  description: "A time in which the item's clocks stood still: suspended 挂起, or closed and opened again.",
})
@From(workPauses, withItem)
export class WorkPause {
  @Field(() => ID) @column(workPauses.id) id!: string;
  @Field(() => DateTime) @column(workPauses.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(workPauses.endsAt) endsAt?: string;
  @Field(() => DateTime, { nullable: true, description: "When it is to end by itself." })
  @column(workPauses.until)
  until?: string;
  @Field(() => String, { nullable: true }) @column(workPauses.reason) reason?: string;
}

@ObjectType({
  description:
    "What who answers has asked for 申请, and what was decided: more time 延期, that the clocks stand still 挂起, or the return 退回 of what was assessed. A suspension and a return are asked for one round.",
})
@From(workRequests, withItem)
export class WorkRequest {
  @Field(() => ID) @column(workRequests.id) id!: string;
  @Field(() => RequestKind) @column(workRequests.kind) kind!: RequestKind;
  @Field(() => Int) @column(workRequests.round) round!: number;
  @Field(() => ID, { nullable: true, description: "Of an extension." }) @column(workRequests.clockId) clockId?: string;
  @Field(() => Int, { nullable: true, description: "Of an extension: 1 to 60 working days." })
  @column(workRequests.asked)
  asked?: number;
  @Field(() => DateTime, {
    nullable: true,
    description: "Of a suspension: from when it is wanted, where that is earlier.",
  })
  @column(workRequests.since)
  since?: string;
  @Field(() => DateTime, { nullable: true, description: "Of a suspension: until when it is wanted." })
  @column(workRequests.until)
  until?: string;
  @Field(() => DateTime) @column(workRequests.askedAt) askedAt!: string;
  @Field(() => String) @column(workRequests.reason) reason!: string;
  @Field(() => Boolean, { nullable: true, description: "Null while it is undecided." })
  @column(workRequests.isGranted)
  isGranted?: boolean;
  @Field(() => Int, {
    nullable: true,
    description: "Of an extension: null while it is undecided, 0 where it was refused.",
  })
  @column(workRequests.granted)
  granted?: number;
  @Field(() => DateTime, { nullable: true, description: "Of a suspension: from when the clocks stood still." })
  @column(workRequests.grantedFrom)
  grantedFrom?: string;
  @Field(() => DateTime, { nullable: true }) @column(workRequests.decidedAt) decidedAt?: string;
  @Field(() => String, { nullable: true }) @column(workRequests.opinion) opinion?: string;
}

/** The source of an item's due times, in the order begun. */
export const clocksOfItem = () =>
  many(workClocks, {
    about: 3,
    perRow: true,
    child: workClocks.itemId,
    order: (clock) => sql`${clock.startedAt}, ${clock.dueAt}, ${clock.id}`,
  });

export const pausesOfItem = () =>
  many(workPauses, { about: 1, perRow: true, child: workPauses.itemId, order: (pause) => sql`${pause.startsAt}` });

export const requestsOfItem = () =>
  many(workRequests, {
    about: 1,
    perRow: true,
    child: workRequests.itemId,
    order: (request) => sql`${request.askedAt}, ${request.id}`,
  });
