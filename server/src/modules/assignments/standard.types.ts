import { staffingStandards } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  everyones,
  type Fragment,
  From,
  inForce,
  join,
  Node,
  query,
  type Reading,
  type RowOf,
  sql,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Complexity, Duty, GridKind } from "#modules/grids";
import { MemberKind } from "#modules/members";
import { mayManageStandards } from "./standard.policy.ts";

@ObjectType({
  implements: Node,
  description:
    "How many holders of a duty a kind of grid asks for 配备标准, over [startsAt, endsAt). One is in force for a kind, complexity and duty at any time.",
})
@From(staffingStandards, { visibleTo: everyones("how many holders a kind of grid asks for") })
export class StaffingStandard {
  @Field(() => ID) @column(staffingStandards.id) id!: string;
  @Field(() => GridKind) @column(staffingStandards.gridKind) gridKind!: GridKind;
  @Field(() => Complexity) @column(staffingStandards.complexity) complexity!: Complexity;
  @Field(() => Duty) @column(staffingStandards.duty) duty!: Duty;
  @Field(() => Int, { description: "Seats that are required." }) @column(staffingStandards.atLeast) atLeast!: number;
  @Field(() => Int, {
    nullable: true,
    description: "More holders than this at one time are refused; null for no limit.",
  })
  @column(staffingStandards.atMost)
  atMost?: number;
  @Field(() => DateTime) @column(staffingStandards.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(staffingStandards.endsAt) endsAt?: string;
  @Field(() => Int) @column(staffingStandards.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String]) @viewerMay(staffingStandards, "bureau", [mayManageStandards]) viewerMay!: string[];
}

export function standardsAsked(standard: RowOf<typeof staffingStandards>, reading: Reading): Fragment {
  const [gridKind, complexity, duty] = [
    reading.arg("gridKind", "text"),
    reading.arg("complexity", "text"),
    reading.arg("duty", "text"),
  ];
  const isTakenBack = sql`${standard.endsAt} is not distinct from ${standard.startsAt}`;
  return join(
    [
      reading.choice("always") === true ? sql`not (${isTakenBack})` : sql`(${inForce(standard, reading.at)})`,
      ...(gridKind ? [sql`${standard.gridKind} = ${gridKind}`] : []),
      ...(complexity ? [sql`${standard.complexity} = ${complexity}`] : []),
      ...(duty ? [sql`${standard.duty} = ${duty}`] : []),
    ],
    " and ",
  );
}

export const dutiesHeld = query(
  "duties_held",
  { id: "not null", duty: "not null", memberKinds: "not null", version: "not null" },
  (reading) => sql`
  select min(h.id::text collate "C")::uuid as id, h.duty, array_agg(h.member_kind order by h.member_kind) as member_kinds, max(h.version) as version from duty_holders h where h.bureau_id = ${reading.bureau} group by h.duty`,
);

@ObjectType({ description: "Which kinds of member may hold a duty." })
@From(dutiesHeld, { visibleTo: everyones("what the standards are about") })
export class DutyHolders {
  @Field(() => Duty) @column(dutiesHeld.duty) duty!: Duty;
  @Field(() => [MemberKind]) @column(dutiesHeld.memberKinds) memberKinds!: (keyof typeof MemberKind)[];
  @Field(() => Int) @column(dutiesHeld.version) version!: number;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(dutiesHeld, "bureau", [mayManageStandards])
  viewerMay!: string[];
}
