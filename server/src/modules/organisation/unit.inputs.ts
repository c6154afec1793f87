import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { StationTemplate } from "./station-template.ts";
import { UnitKind } from "./unit-kind.ts";

@InputType()
export class CreateUnitInput extends CommandInput {
  @Field(() => ID) parentId!: string;
  @Field(() => UnitKind, { description: "Which kinds may stand under the parent is fixed; never BUREAU." })
  kind!: UnitKind;
  @Field(() => String, { description: "1 to 60 characters, unique among its siblings." }) name!: string;
  @Field(() => String, { nullable: true, description: "2 to 30 letters, digits and hyphens, unique in the bureau." })
  code?: string;
  @Field(() => Int, { nullable: true, description: "0 to 100,000: its place among its siblings; last when left out." })
  position?: number;
  @Field(() => LocalDate, { nullable: true }) openedOn?: string;
}

@InputType()
export class CreateStationInput extends CommandInput {
  @Field(() => String, { description: "1 to 60 characters: 尹集派出所." }) name!: string;
  @Field(() => StationTemplate) template!: StationTemplate;
  @Field(() => String, { nullable: true, description: "2 to 30 letters, digits and hyphens, unique in the bureau." })
  code?: string;
  @Field(() => LocalDate, { nullable: true }) openedOn?: string;
}

@InputType({ description: "Fields left out stay as they are." })
export class UpdateUnitInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true, description: "Null takes the code away." }) code?: string | null;
  @Field(() => Int, { nullable: true, description: "0 to 100,000." }) position?: number | null;
  @Field(() => LocalDate, { nullable: true, description: "Null takes the day away." }) openedOn?: string | null;
}

@InputType()
export class MoveUnitInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: "The new parent; neither the unit itself nor anything below it." }) parentId!: string;
}

@InputType()
export class CloseUnitInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "The first day on which it no longer is; today when left out.",
  })
  on?: string;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string;
}

@InputType()
export class ReopenUnitInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Up to 200 characters." }) reason?: string;
}
