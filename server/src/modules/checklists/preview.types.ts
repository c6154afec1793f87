import { Field, ID, Int, InputType, ObjectType } from "type-graphql";
import { LocalDate } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { ChecklistContentInput } from "./checklist.inputs.ts";

@InputType({
  description:
    "What a version would say. Without a start or a recurrence there are no days yet, without owers no seats.",
})
export class ChecklistPreviewInput extends ChecklistContentInput {
  @Field(() => ID, { nullable: true, description: "The station that it would be of; the whole bureau's without." })
  stationId?: string | null;
}

@ObjectType({ description: "What it adds to one member, over the dates of the preview." })
export class ChecklistPreviewBurden {
  @Field(() => ID) memberId!: string;
  @Field(() => String) member!: string;
  @Field(() => String) badge!: string;
  @Field(() => Int) runs!: number;
  @Field(() => Int) minutes!: number;
}

@ObjectType({ description: "A seat that would owe a run of each day." })
export class ChecklistPreviewSeat {
  @Field(() => ID) gridId!: string;
  @Field(() => String) gridCode!: string;
  @Field(() => String) gridName!: string;
  @Field(() => Duty) duty!: Duty;
  @Field(() => Boolean, { description: "Nobody holds it now." }) isVacant!: boolean;
}

@ObjectType({ description: "What a version of a checklist would bring, before it is published." })
export class ChecklistPreview {
  @Field(() => [LocalDate], { description: "The next 12 days of which there would be runs, from today on." })
  dates!: string[];
  @Field(() => [LocalDate], {
    description: "Those that are past already. Of them no run is made unless that is asked for with the publication.",
  })
  pastDates!: string[];
  @Field(() => [Int], { description: "Years in which the dates lie and whose days off are not announced yet." })
  unannouncedYears!: number[];
  @Field(() => Int, { description: "Seats that would owe a run of each day, as they are now." }) seats!: number;
  @Field(() => Int, { description: "Those of them that nobody holds." }) vacantSeats!: number;
  @Field(() => [ChecklistPreviewSeat], {
    description: "The seats, those that nobody holds first, then by grid: 500 at most.",
  })
  owing!: ChecklistPreviewSeat[];
  @Field(() => Int, { description: "Runs of all the next days together." }) runs!: number;
  @Field(() => Int, { description: "What they take, in minutes." }) minutes!: number;
  @Field(() => [ChecklistPreviewBurden], {
    description: "Who holds the seats, the most burdened first: 200 at most, those in your sight.",
  })
  burdens!: ChecklistPreviewBurden[];
}
