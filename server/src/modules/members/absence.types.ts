import { absences } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  From,
  hasTimeLeft,
  literal,
  Node,
  one,
  onlyBy,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
  today,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { undoHours } from "#kernel/undo";
import { currentAbsences, isIdInSight, mayKnowWhyAway, unitOnDay } from "./member.rows.ts";
import { mayRecordAbsence } from "./member.policy.ts";
import { Member } from "./member.types.ts";

/** An absence is in sight when its member is. */
const isMemberInSight = (absence: RowOf<typeof absences>, reading: Reading) => isIdInSight(absence.memberId, reading);

const unitTodayOf = ({ memberId }: RowOf<typeof absences>, reading: Reading) =>
  unitOnDay(memberId, reading, today(reading));

/** Recorded a short while ago, not over, and not changed since. */
const isUndoable = (absence: RowOf<typeof absences>, reading: Reading) => sql`(
  ${absence.createdAt} > ${reading.now} - ${literal(`${undoHours} hours`)}::interval and ${absence.version} = 1 and ${isStillToEnd(absence, reading)}
  and exists (select from audit_entries e where e.bureau_id = ${reading.bureau} and e.entity_id = ${absence.memberId}
    and e.action = 'absence.record' and e.after ->> 'absenceId' = ${absence.id}::text))`;

const isStillToEnd = (absence: RowOf<typeof absences>, { now }: Reading) => hasTimeLeft(absence, now);

@ObjectType({
  implements: Node,
  description: "A member is away over [startsAt, endsAt) 离岗; one member's absences never overlap.",
})
@From(absences, { visibleTo: isMemberInSight })
export class Absence {
  @Field(() => ID) @column(absences.id) id!: string;
  @Field(() => Member) @one(absences.memberId) member!: Ref<Member>;
  @Field(() => DateTime) @column(absences.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true, description: "Null while the return is not known." })
  @column(absences.endsAt)
  endsAt?: string;
  @Field(() => String, {
    nullable: true,
    description: "To those who record the member's absences, and to the member; else null.",
  })
  @sqlOf(
    absences,
    (absence, reading) => sql`case when ${mayKnowWhyAway(absence.memberId, reading)} then ${absence.reason} end`,
  )
  reason?: string;
  @Field(() => Member, {
    nullable: true,
    description: "The substitute 替班人 named for this absence; null too when out of your sight.",
  })
  @one(absences.substituteId)
  substitute?: Ref<Member>;
  @Field(() => Boolean, { description: "Taken back before it began." })
  @sqlOf(absences, (absence) => sql`coalesce(${absence.endsAt} = ${absence.startsAt}, false)`)
  isCancelled!: boolean;
  @Field(() => Int) @column(absences.version) version!: number;
  @Field(() => [String], {
    description: "What you may do with it: one that has not begun is cancelled, one that has is ended by an update.",
  })
  @viewerMay(absences, unitTodayOf, [
    { action: "UPDATE_ABSENCE", policy: mayRecordAbsence, when: isStillToEnd },
    {
      action: "CANCEL_ABSENCE",
      policy: mayRecordAbsence,
      when: (absence, reading) => sql`${absence.startsAt} > ${reading.now} and ${isStillToEnd(absence, reading)}`,
    },
    { action: "UNDO_ABSENCE", policy: mayRecordAbsence, when: isUndoable },
  ])
  viewerMay!: string[];
}

@ObjectType({ description: "The absence a member has at the moment of reading, and who stands in." })
@From(currentAbsences, { visibleTo: onlyBy("Member.currentAbsence") })
export class CurrentAbsence {
  @Field(() => Absence) @one(currentAbsences.id) absence!: Ref<Absence>;
  @Field(() => Member, {
    nullable: true,
    description:
      "Who in fact stands in: the substitute, or while that one is away the substitute's substitute, and so on. Null when nobody does, or when out of your sight.",
  })
  @one(currentAbsences.standInId)
  standIn?: Ref<Member>;
}
