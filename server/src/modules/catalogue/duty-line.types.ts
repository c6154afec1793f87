import { dutyLines } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, Node, one, type Ref, sql, sqlOf, viewerMay } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Duty, GridKind } from "#modules/grids";
import { Unit, UnitKind } from "#modules/organisation";
import { SixRole } from "./catalogue.enums.ts";
import { mayManageDutyLines } from "./catalogue.policy.ts";
import { DutyCatalogueCopy } from "./copy.types.ts";
import { isLineInSight, type LineFields } from "./line.rows.ts";

const isInForce = ({ endsAt }: LineFields) => sql`${endsAt} is null`;

@ObjectType({
  implements: Node,
  description:
    "What the holders of a duty, or the units of a kind, answer for 职责, over [startsAt, endsAt): a line of the bureau's catalogue or of a station's own. A change makes a new revision.",
})
@From(dutyLines, { visibleTo: isLineInSight })
export class DutyLine {
  @Field(() => ID) @column(dutyLines.id) id!: string;
  @Field(() => Boolean, { description: "Of the bureau's catalogue; else a station's own." })
  @sqlOf(dutyLines, ({ stationId }) => sql`${stationId} is null`)
  isOfBureau!: boolean;
  @Field(() => Unit, {
    nullable: true,
    description: "Whose own it is; null for the bureau's, and for a station out of your sight.",
  })
  @one(dutyLines.stationId)
  station?: Ref<Unit>;
  @Field(() => Duty, { nullable: true, description: "Of whoever holds it; null for a kind of unit." })
  @column(dutyLines.duty)
  duty?: Duty;
  @Field(() => GridKind, { nullable: true, description: "Of the duty at grids of this kind only." })
  @column(dutyLines.gridKind)
  gridKind?: GridKind;
  @Field(() => Int, { nullable: true, description: "Of the duty at grids of this level only: 2 or 3." })
  @column(dutyLines.level)
  level?: number;
  @Field(() => UnitKind, {
    nullable: true,
    description: "Of every unit of this kind: STATION, COMMAND_ROOM, DESK or POLICE_ROOM; null for a duty.",
  })
  @column(dutyLines.unitKind)
  unitKind?: UnitKind;
  @Field(() => String, {
    description:
      "Duty, kind of grid, level and kind of unit in one word, as AUXILIARY.VILLAGE: what one owner's lines have in common.",
  })
  @column(dutyLines.owner)
  owner!: string;
  @Field(() => String, {
    description: "The same in all of its revisions, and in a station's own that stands in the place of the bureau's.",
  })
  @column(dutyLines.code)
  code!: string;
  @Field(() => Int, { description: "From 1, of the bureau's or the station's own." })
  @column(dutyLines.revision)
  revision!: number;
  @Field(() => String) @column(dutyLines.title) title!: string;
  @Field(() => String, { nullable: true, description: "What it comes to; null where nobody has put it in words." })
  @column(dutyLines.text)
  text?: string;
  @Field(() => SixRole, { nullable: true, description: "Which of the 六员 it serves." })
  @column(dutyLines.serves)
  serves?: SixRole;
  @Field(() => Int, { description: "Its place among the owner's." }) @column(dutyLines.position) position!: number;
  @Field(() => Boolean, {
    description: "The station does without this line of the bureau's, whose words it had then.",
  })
  @column(dutyLines.isSetAside)
  isSetAside!: boolean;
  @Field(() => Boolean, {
    description: "The wording is a proposal of ours, from a preset; what a person has set is not.",
  })
  @column(dutyLines.isOurs)
  isOurs!: boolean;
  @Field(() => DutyCatalogueCopy, { nullable: true, description: "By which copying of a model's catalogue it came." })
  @one(dutyLines.copyId)
  copy?: Ref<DutyCatalogueCopy>;
  @Field(() => DateTime) @column(dutyLines.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(dutyLines.endsAt) endsAt?: string;
  @Field(() => Boolean, { description: "Whether it is the revision that holds now." })
  @sqlOf(dutyLines, isInForce)
  isInForce!: boolean;
  @Field(() => Int) @column(dutyLines.version) version!: number;
  @Field(() => [HistoryEntry], { description: "Of what came by a copying, its `copy` tells." })
  @history()
  history!: HistoryEntry[];
  @Field(() => [String], {
    description:
      "What you may do with it. Where it is set aside, and what a station sets for itself, its `viewerMay` tells.",
  })
  @viewerMay(dutyLines, ({ stationId }) => stationId, [
    { action: "SET_DUTY_LINE", policy: mayManageDutyLines, when: isInForce },
    { action: "RETIRE_DUTY_LINE", policy: mayManageDutyLines, when: isInForce },
  ])
  viewerMay!: string[];
}
