import { units } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import {
  asked,
  equals,
  everything,
  finds,
  type Fragment,
  inReach,
  nothing,
  type Parameter,
  type Reading,
  type RowOf,
  sql,
  where,
} from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { mayCreateGrids, mayManageMembers, mayShareListViews } from "./organisation.policy.ts";
import { UnitKind } from "./unit-kind.ts";
import { isUnitOpen, kindsBelow, unitsBelow } from "./unit.rows.ts";

const policies = { MANAGE_MEMBERS: mayManageMembers, CREATE_GRID: mayCreateGrids, SHARE_LIST_VIEWS: mayShareListViews };
export const UnitAction = {
  MANAGE_MEMBERS: "MANAGE_MEMBERS",
  CREATE_GRID: "CREATE_GRID",
  SHARE_LIST_VIEWS: "SHARE_LIST_VIEWS",
} as const;
registerEnumType(UnitAction, {
  name: "UnitAction",
  description: "What one may be allowed to do in a part of the bureau: one of a unit's `viewerMay`.",
});

const seen = (reading: Reading, id: Parameter, condition: Fragment): Fragment =>
  sql`${inReach(reading, sql`${id}`)} and ${condition}`;

@InputType({ description: "Every condition given must hold." })
export class UnitFilter {
  @Field(() => String, { nullable: true, description: "A part of the name, the code, or the name's pinyin initials." })
  @where(units, ({ name, code, nameInitials }, { value }) =>
    finds(value, { texts: [name, code], initials: nameInitials }),
  )
  search?: string;
  @Field(() => UnitKind, { nullable: true }) @equals(units, "kind") kind?: UnitKind;
  @Field(() => [UnitKind], { nullable: true, description: "One of these kinds." })
  @equals(units, "kind")
  kinds?: UnitKind[];
  @Field(() => ID, { nullable: true, description: "Only the units right below this one." })
  @where(units, ({ parentId }, { value }, reading) => seen(reading, value, sql`${parentId} = ${value}`))
  parentId?: string;
  @Field(() => ID, { nullable: true, description: "This unit and all below it." })
  @where(units, ({ id }, { value }, reading) =>
    seen(reading, value, sql`(${id} = ${value} or ${id} in (${unitsBelow(sql`${value}`, reading)}))`),
  )
  withinId?: string;
  @Field(() => Boolean, { nullable: true, description: "Leave out those not open today." })
  @where(units, (unit, { choice }, reading) => (choice === true ? isUnitOpen(unit, reading) : everything))
  openOnly?: boolean;
  @Field(() => LocalDate, { nullable: true, description: "Leave out those closed on this day or before." })
  @where(units, ({ closedOn }, { value }) => sql`${closedOn} is null or ${closedOn} > ${value}`)
  closedAfter?: string;
  @Field(() => [UnitKind], { nullable: true, description: "Under which a unit of one of these kinds may stand." })
  @where(units, (unit, { value }) => sql`${kindsBelow(unit)} && ${value}`)
  mayHold?: UnitKind[];
  @Field(() => UnitAction, { nullable: true, description: "Where you may do this." })
  @where(units, ({ id }, { choice }, reading) =>
    reading.caller.mayWrite ? inReach(reading, id, policies[choice as keyof typeof UnitAction].roles) : nothing,
  )
  viewerMay?: keyof typeof UnitAction;
}

type UnitFields = RowOf<typeof units>;

/** Something below it matches. */
export const leadsOn = (unit: UnitFields, reading: Reading): Fragment =>
  sql`exists (${unitsBelow(unit.id, reading, (below) => asked(below, reading))})`;

/** It stays in a tree that is cut back to what matches. */
export const staysInTree = (unit: UnitFields, reading: Reading): Fragment =>
  sql`(${asked(unit, reading)} or ${leadsOn(unit, reading)})`;
