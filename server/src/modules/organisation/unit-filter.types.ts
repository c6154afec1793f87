import type { units } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import {
  everything,
  type Fragment,
  inReach,
  join,
  nothing,
  type Parameter,
  type Reading,
  type RowOf,
  searched,
  sql,
} from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { mayCreateGrids, mayManageMembers } from "./organisation.policy.ts";
import { UnitKind } from "./unit-kind.ts";
import { isUnitOpen, kindsBelow, unitsBelow } from "./unit.rows.ts";

const policies = { MANAGE_MEMBERS: mayManageMembers, CREATE_GRID: mayCreateGrids };
export const UnitAction = { MANAGE_MEMBERS: "MANAGE_MEMBERS", CREATE_GRID: "CREATE_GRID" } as const;
registerEnumType(UnitAction, {
  name: "UnitAction",
  description: "What one may be allowed to do in a part of the bureau: one of a unit's `viewerMay`.",
});

@InputType({ description: "Every condition given must hold." })
export class UnitFilter {
  @Field(() => String, { nullable: true, description: "A part of the name, the code, or the name's pinyin initials." })
  search?: string;
  @Field(() => UnitKind, { nullable: true }) kind?: UnitKind;
  @Field(() => [UnitKind], { nullable: true, description: "One of these kinds." }) kinds?: UnitKind[];
  @Field(() => ID, { nullable: true, description: "Only the units right below this one." }) parentId?: string;
  @Field(() => ID, { nullable: true, description: "This unit and all below it." }) withinId?: string;
  @Field(() => Boolean, { nullable: true, description: "Leave out those not open today." }) openOnly?: boolean;
  @Field(() => LocalDate, { nullable: true, description: "Leave out those closed on this day or before." })
  closedAfter?: string;
  @Field(() => [UnitKind], { nullable: true, description: "Under which a unit of one of these kinds may stand." })
  mayHold?: UnitKind[];
  @Field(() => UnitAction, { nullable: true, description: "Where you may do this." })
  viewerMay?: keyof typeof UnitAction;
}

type UnitFields = RowOf<typeof units>;

export const matchesFilter = (unit: UnitFields, reading: Reading): Fragment =>
  join([everything, ...described(unit, reading), ...placed(unit, reading), ...lasting(unit, reading)], " and ");

function described(unit: UnitFields, reading: Reading): Fragment[] {
  const kind = reading.arg("filter.kind", "text");
  const kinds = reading.arg("filter.kinds", "text[]");
  const held = reading.arg("filter.mayHold", "text[]");
  return [
    ...searched(reading, "filter.search", { texts: [unit.name, unit.code], initials: unit.nameInitials }),
    ...(kind ? [sql`${unit.kind} = ${kind}`] : []),
    ...(kinds ? [sql`${unit.kind} = any(${kinds})`] : []),
    ...(held ? [sql`${kindsBelow(unit)} && ${held}`] : []),
  ];
}

function placed(unit: UnitFields, reading: Reading): Fragment[] {
  const parent = reading.arg("filter.parentId", "uuid");
  const within = reading.arg("filter.withinId", "uuid");
  const action = reading.choice("filter.viewerMay") as keyof typeof UnitAction | null | undefined;
  const belowSeen = (id: Parameter, condition: Fragment) => sql`(${inReach(reading, sql`${id}`)} and ${condition})`;
  return [
    ...(parent ? [belowSeen(parent, sql`${unit.parentId} = ${parent}`)] : []),
    ...(within
      ? [belowSeen(within, sql`(${unit.id} = ${within} or ${unit.id} in (${unitsBelow(sql`${within}`, reading)}))`)]
      : []),
    ...(action ? [reading.caller.mayWrite ? inReach(reading, unit.id, policies[action].roles) : nothing] : []),
  ];
}

function lasting(unit: UnitFields, reading: Reading): Fragment[] {
  const day = reading.arg("filter.closedAfter", "date");
  return [
    ...(reading.choice("filter.openOnly") ? [isUnitOpen(unit, reading)] : []),
    ...(day ? [sql`(${unit.closedOn} is null or ${unit.closedOn} > ${day})`] : []),
  ];
}

/** Something below it matches. */
export const leadsOn = (unit: UnitFields, reading: Reading): Fragment =>
  sql`exists (${unitsBelow(unit.id, reading, (below) => matchesFilter(below, reading))})`;

/** It stays in a tree that is cut back to what matches. */
export const staysInTree = (unit: UnitFields, reading: Reading): Fragment =>
  sql`(${matchesFilter(unit, reading)} or ${leadsOn(unit, reading)})`;
