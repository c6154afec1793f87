import { units } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  type Action,
  column,
  connectionOf,
  extension,
  From,
  many,
  Node,
  one,
  type Ref,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { mayCreateGrids, mayManageMembers, mayManageUnits } from "./organisation.policy.ts";
import { StationTemplate } from "./station-template.ts";
import { UnitKind } from "./unit-kind.ts";
import { inPlace, isInSight, isUnitOpen, kindsBelow } from "./unit.rows.ts";

/** What later modules let be done with a unit. */
export const unitPolicies = extension<[], Action<typeof units>>();

@ObjectType({
  implements: Node,
  description: "A node of the bureau's tree 单位: stations, their desks, teams, zones, police rooms, and partners.",
})
@From(units, { visibleTo: isInSight })
export class Unit {
  @Field(() => ID) @column(units.id) id!: string;
  @Field(() => UnitKind) @column(units.kind) kind!: UnitKind;
  @Field(() => String) @column(units.name) name!: string;
  @Field(() => String, { description: "The first letters of its pinyin: 尹集派出所 yjpcs." })
  @column(units.nameInitials)
  initials!: string;
  @Field(() => String, { nullable: true, description: "Unique in the bureau; 2 to 30 letters, digits and hyphens." })
  @column(units.code)
  code?: string;
  @Field(() => StationTemplate, { nullable: true, description: "How the station was laid out when it was made." })
  @column(units.template)
  template?: StationTemplate;
  @Field(() => Int, { description: "层级: 0 bureau, 1 station, 2 police room, 3 grid; it follows from the kind." })
  @column(units.level)
  level!: number;
  @Field(() => Int, { description: "Its place among its siblings, from 0." }) @column(units.position) position!: number;
  @Field(() => LocalDate, { nullable: true }) @column(units.openedOn) openedOn?: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "The first day on which it no longer is; null while no closing is planned.",
  })
  @column(units.closedOn)
  closedOn?: string;
  @Field(() => Boolean, { description: "Open today, in China." }) @sqlOf(units, isUnitOpen) isOpen!: boolean;
  @Field(() => Int) @column(units.version) version!: number;
  @Field(() => Unit, { nullable: true, description: "Null at the top of what you may see." })
  @one(units.parentId)
  parent?: Ref<Unit>;
  @Field(() => [Unit], { description: "The units right below, closed ones too." })
  @many(units, { about: 10, inAll: 3_000, child: units.parentId, order: inPlace })
  units!: Unit[];
  @Field(() => [UnitKind], { description: "The kinds of unit that may stand right below it." })
  @sqlOf(units, kindsBelow)
  childKinds!: UnitKind[];
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(units, "bureau", () => [
    { action: "UPDATE_UNIT", policy: mayManageUnits },
    {
      action: "CREATE_UNIT",
      policy: mayManageUnits,
      when: (unit) => sql`${unit.closedOn} is null and cardinality(${kindsBelow(unit)}) > 0`,
    },
    {
      action: "MOVE_UNIT",
      policy: mayManageUnits,
      // A station stands under the bureau and nowhere else.
      when: (unit) => sql`${unit.kind} not in ('BUREAU', 'STATION')`,
    },
    {
      action: "CLOSE_UNIT",
      policy: mayManageUnits,
      when: (unit) => sql`${unit.kind} <> 'BUREAU' and ${unit.closedOn} is null`,
    },
    { action: "REOPEN_UNIT", policy: mayManageUnits, when: (unit) => sql`${unit.closedOn} is not null` },
    { ...mayManageMembers, policy: mayManageMembers, over: (unit) => unit.id },
    { ...mayCreateGrids, policy: mayCreateGrids, over: (unit) => unit.id },
    ...unitPolicies.all(),
  ])
  viewerMay!: string[];
}

export const UnitConnection = connectionOf("Unit", () => Unit);
