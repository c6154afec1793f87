import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { Duty, GridKind } from "#modules/grids";
import { UnitKind } from "#modules/organisation";
import { DutyPreset, SixRole } from "./catalogue.enums.ts";

const whose = "Of this station alone; of the bureau without.";

@InputType({
  description:
    "The line of the station or bureau, owner and code that is in force ends. Its owner is a duty, or a kind of unit.",
})
export class SetDutyLineInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: whose }) stationId?: string | null;
  @Field(() => Duty, { nullable: true, description: "Of whoever holds it." }) duty?: Duty | null;
  @Field(() => GridKind, { nullable: true, description: "Of the duty at grids of this kind only." })
  gridKind?: GridKind | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Of the duty at grids of this level only: 2 or 3. The first of the three levels is the station itself.",
  })
  level?: number | null;
  @Field(() => UnitKind, {
    nullable: true,
    description: "Of every unit of this kind: STATION, COMMAND_ROOM, DESK or POLICE_ROOM.",
  })
  unitKind?: UnitKind | null;
  @Field(() => String, { description: "1 to 30 letters, digits, hyphens or underscores." }) code!: string;
  @Field(() => String, { description: "1 to 60 characters." }) title!: string;
  @Field(() => String, { nullable: true, description: "What it comes to: up to 500 characters." })
  text?: string | null;
  @Field(() => SixRole, { nullable: true, description: "Which of the 六员 it serves." }) serves?: SixRole | null;
  @Field(() => Int, { nullable: true, description: "Its place among the owner's, 0 to 999; the last one without." })
  position?: number | null;
}

@InputType()
export class SetDutyLineAsideInput extends CommandInput {
  @Field(() => ID, { description: "The bureau's line, in force." }) id!: string;
  @Field(() => ID) stationId!: string;
}

@InputType()
export class RetireDutyLineInput extends UpdateInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: "Sets the preset's lines; others stay." })
export class ApplyDutyPresetInput extends CommandInput {
  @Field(() => DutyPreset) preset!: DutyPreset;
  @Field(() => ID, { nullable: true, description: whose }) stationId?: string | null;
}

@InputType()
export class CopyDutyCatalogueInput extends CommandInput {
  @Field(() => ID, { description: "The station whose catalogue is copied 样板." }) modelId!: string;
  @Field(() => [ID], { description: "1 to 100 other stations." }) stationIds!: string[];
}
