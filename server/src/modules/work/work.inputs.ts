import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { Card, ClockKind, Urgency } from "./work.enums.ts";

@InputType()
export class StepInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType()
export class ReasonedStepInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}

@InputType({ description: "Of what you have seen: refused when the item has moved on since." })
export class AssessInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType()
export class ReturnWorkInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "What is missing: 1 to 500 characters." }) reason!: string;
}

@InputType()
export class ArriveAtWorkInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it was, not ahead and not before the order; now without.",
  })
  happenedAt?: Date | null;
}

@InputType({ description: "To a seat (grid and duty), a member, or a unit: one of them." })
export class AddressInput {
  @Field(() => ID, {
    nullable: true,
    description: "With `duty`, the seat's; without, whoever holds RESPONSIBLE_OFFICER there.",
  })
  gridId?: string | null;
  @Field(() => Duty, { nullable: true }) duty?: Duty | null;
  @Field(() => ID, { nullable: true }) memberId?: string | null;
  @Field(() => ID, { nullable: true, description: "Of which one member claims it." }) unitId?: string | null;
}

@InputType()
export class ReaddressWorkInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => AddressInput) to!: AddressInput;
  @Field(() => String, { nullable: true, description: "Up to 500 characters; needed when work on it has begun." })
  reason?: string | null;
}

@InputType()
export class AskForMoreTimeInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => ClockKind, { description: "Which due time; one request for each at a time." }) clock!: ClockKind;
  @Field(() => Int, { description: "Working days, 1 to 60." }) days!: number;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}

@InputType()
export class GrantMoreTimeInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: "Working days, 1 to as many as were asked for." }) days!: number;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType()
export class AskForSuspensionInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTime, { nullable: true, description: "When it is to go on by itself; ahead." }) until?: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "From when it is wanted, where that is earlier: not ahead, not before it opened or its last suspension ended. From before it was asked for only if who grants it gives a reason.",
  })
  since?: Date | null;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}

@InputType()
export class GrantSuspensionInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it goes on by itself, or went on already; without, as it was asked for.",
  })
  until?: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "From when its clocks stand still; without, from when it was asked for. Earlier needs a reason.",
  })
  since?: Date | null;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType()
export class SuspendWorkInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTime, { nullable: true, description: "When it goes on by itself; ahead." }) until?: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "From when its clocks stand still: not ahead, not before it opened or its last suspension ended; without, from when it was asked for, or now. A due time that has passed stays on record.",
  })
  since?: Date | null;
  @Field(() => String, { description: "1 to 500 characters; of an earlier `since` why, too." }) reason!: string;
}

@InputType()
export class ChangeUrgencyInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => Urgency) urgency!: Urgency;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}

@InputType()
export class SuperviseWorkInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => Card, { description: "Higher than the one it bears." }) card!: Card;
  @Field(() => String, { description: "1 to 500 characters: what is to be put right." }) reason!: string;
}
