import { absences, memberUnits, serviceBreaks } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  many,
  Node,
  one,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
  today,
  viewerMay,
} from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { mayManageMembers, Unit } from "#modules/organisation";
import { Absence, CurrentAbsence } from "./absence.types.ts";
import { MemberKind } from "./member-kind.ts";
import { MemberStatus } from "./member-status.ts";
import { MemberUnit, ServiceBreak } from "./member-units.types.ts";
import { mayCallMembers, mayRecordAbsence } from "./member.policy.ts";
import { currentAbsences, isInSight, maskedPhone, mayCall, memberRows, statusOf } from "./member.rows.ts";

const isStaying = ({ leftOn }: RowOf<typeof memberRows>) => sql`${leftOn} is null`;

@ObjectType({
  implements: Node,
  description:
    "A person on the strength 人员. You see those of the units in your reach, those with a seat now or later at a grid in your reach, and yourself.",
})
@From(memberRows, { visibleTo: (member, reading) => isInSight(member, reading) })
export class Member {
  @Field(() => ID) @column(memberRows.id) id!: string;
  @Field(() => MemberKind) @column(memberRows.kind) kind!: MemberKind;
  @Field(() => String, { description: "警号、编号: unique in the bureau." }) @column(memberRows.badge) badge!: string;
  @Field(() => String) @column(memberRows.name) name!: string;
  @Field(() => Unit, {
    nullable: true,
    description: "The unit of the moment asked about; null when it is out of your reach.",
  })
  @one(memberRows.unitId)
  unit?: Ref<Unit>;
  @Field(() => String, {
    nullable: true,
    description:
      "Masked, 138****1234: to administrators, chiefs and dispatchers of the unit or of a grid where the member holds a seat, and to oneself; else null. openPhone gives it whole.",
  })
  @sqlOf(
    memberRows,
    (member, reading) =>
      sql`case when ${member.phone} is not null and ${mayCall(member, reading)} then ${maskedPhone(member.phone)} end`,
  )
  phone?: string;
  @Field(() => MemberStatus) @sqlOf(memberRows, statusOf) status!: MemberStatus;
  @Field(() => LocalDate, { nullable: true }) @column(memberRows.joinedOn) joinedOn?: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "The first day no longer on the strength, for good as far as is known; it may lie ahead.",
  })
  @column(memberRows.leftOn)
  leftOn?: string;
  @Field(() => CurrentAbsence, { nullable: true })
  @one(memberRows.id, currentAbsences.memberId)
  currentAbsence?: Ref<CurrentAbsence>;
  @Field(() => [Absence], { description: "Absences 离岗, the latest first, without those taken back." })
  @many(absences, {
    about: 10,
    inAll: 10_000,
    child: absences.memberId,
    where: (absence) => sql`${absence.endsAt} is distinct from ${absence.startsAt}`,
    order: (absence) => sql`${absence.startsAt} desc`,
  })
  absences!: Absence[];
  @Field(() => [MemberUnit], { description: "The units before, now and planned, the latest first." })
  @many(memberUnits, {
    about: 3,
    inAll: 20_000,
    child: memberUnits.memberId,
    order: (period) => sql`${period.startsOn} desc`,
  })
  units!: MemberUnit[];
  @Field(() => [ServiceBreak], {
    description: "Times off the strength that the member came back from, the latest first.",
  })
  @many(serviceBreaks, {
    about: 1,
    inAll: 2_000,
    child: serviceBreaks.memberId,
    order: (gap) => sql`${gap.startsOn} desc`,
  })
  serviceBreaks!: ServiceBreak[];
  @Field(() => Int) @column(memberRows.version) version!: number;
  @Field(() => [HistoryEntry], {
    description: "What was done with the member and their absences, newest first; telephone numbers are masked.",
  })
  @history()
  history!: HistoryEntry[];
  @Field(() => [String], { description: "What you may do with this member." })
  @viewerMay(memberRows, (member) => member.unitTodayId, [
    { action: "UPDATE_MEMBER", policy: mayManageMembers },
    { action: "TRANSFER_MEMBER", policy: mayManageMembers, when: isStaying },
    { action: "MEMBER_LEAVES", policy: mayManageMembers, when: isStaying },
    { action: "RETURN_MEMBER", policy: mayManageMembers, when: ({ leftOn }) => sql`${leftOn} is not null` },
    {
      action: "RECORD_ABSENCE",
      policy: mayRecordAbsence,
      when: ({ leftOn }, reading) => sql`(${leftOn} is null or ${leftOn} > ${today(reading)})`,
    },
    { action: "OPEN_PHONE", policy: mayCallMembers, besides: mayCall, when: ({ phone }) => sql`${phone} is not null` },
  ])
  viewerMay!: string[];
}

export const MemberConnection = connectionOf("Member", () => Member);
