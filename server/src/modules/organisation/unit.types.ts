import { bureaus, units } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { column, everything, From, inReach, many, Node, one, type Ref, viewerMay } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { mayManageDivisions, mayManageUnits } from "./organisation.policy.ts";

export const UnitKind = {
  BUREAU: "BUREAU", STATION: "STATION", COMMAND_ROOM: "COMMAND_ROOM", DESK: "DESK", TEAM: "TEAM", ZONE: "ZONE",
  POLICE_ROOM: "POLICE_ROOM", WORKSTATION: "WORKSTATION", PARTNER: "PARTNER",
} as const;
registerEnumType(UnitKind, { name: "UnitKind", description: "What a unit 单位 is." });

@ObjectType({ implements: Node, description: "A node of the bureau's tree 单位: stations, their desks, teams, zones, police rooms, and partners." })
@From(units, { visibleTo: (unit, reading) => inReach(reading, unit.id) })
export class Unit {
  @Field(() => ID) @column(units.id) id!: string;
  @Field(() => UnitKind) @column(units.kind) kind!: keyof typeof UnitKind;
  @Field(() => String) @column(units.name) name!: string;
  @Field(() => String, { nullable: true }) @column(units.code) code?: string;
  @Field(() => Int, { description: "0 bureau, 1 station, 2 police room, 3 grid." }) @column(units.level) level!: number;
  @Field(() => LocalDate, { nullable: true }) @column(units.openedOn) openedOn?: string;
  @Field(() => LocalDate, { nullable: true }) @column(units.closedOn) closedOn?: string;
  @Field(() => Int) @column(units.version) version!: number;
  @Field(() => Unit, { nullable: true, description: "Null at the top of what you may see." }) @one(units.parentId) parent?: Ref<Unit>;
  @Field(() => [Unit]) @many(units, { child: units.parentId, order: (unit) => unit.position }) units!: Unit[];
  @Field(() => [String]) @viewerMay(units, (unit) => unit.id, [mayManageUnits]) viewerMay!: string[];
}

@ObjectType({ implements: Node, description: "A public-security bureau 公安局: the tenant." })
@From(bureaus, { visibleTo: () => everything })
export class Bureau {
  @Field(() => ID) @column(bureaus.bureauId) id!: string;
  @Field(() => String) @column(bureaus.code) code!: string;
  @Field(() => String) @column(bureaus.name) name!: string;
  @Field(() => Int) @column(bureaus.version) version!: number;
  @Field(() => [Unit], { description: "Every unit within your reach." })
  @many(units, { order: (unit) => unit.position }) units!: Unit[];
  @Field(() => [String]) @viewerMay(bureaus, "bureau", [mayManageUnits, mayManageDivisions]) viewerMay!: string[];
}
