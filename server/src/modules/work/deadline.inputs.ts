import { Field, InputType, Int, registerEnumType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import { OrderKind, TimeUnit, Urgency, WorkKind } from "./work.enums.ts";

const within = "1 to 525,600 minutes or 365 days, as `unit` says; without, this clock does not run.";

@InputType({ description: "What holds from now on for work of the kind and urgency; open work is worked out anew." })
export class SetDeadlineRuleInput extends CommandInput {
  @Field(() => WorkKind) kind!: WorkKind;
  @Field(() => OrderKind, { nullable: true, description: "Of orders, and of nothing else." })
  orderKind?: OrderKind | null;
  @Field(() => Urgency) urgency!: Urgency;
  @Field(() => TimeUnit) unit!: TimeUnit;
  @Field(() => Int, { nullable: true, description: within }) acceptWithin?: number | null;
  @Field(() => Int, { nullable: true, description: within }) feedbackWithin?: number | null;
  @Field(() => Int, { nullable: true, description: within }) closeWithin?: number | null;
  @Field(() => Int, { nullable: true, description: `After a return; as \`feedbackWithin\` without. ${within}` })
  reworkWithin?: number | null;
  @Field(() => Int, { defaultValue: 25, description: "Due soon when so much of the time is left: 1 to 90." })
  warnAtPercent!: number;
  @Field(() => Int, { nullable: true, description: "1 to 525,600 minutes; needs a time that can pass." })
  escalateAfter?: number | null;
  @Field(() => Boolean, { defaultValue: false, description: "Needs a time that can come near." })
  urgesWhenDueSoon!: boolean;
  @Field(() => Boolean, { defaultValue: false }) tellsAtAnyHour!: boolean;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

export const DeadlinePreset = { USUAL: "USUAL" } as const;
export type DeadlinePreset = keyof typeof DeadlinePreset;
registerEnumType(DeadlinePreset, {
  name: "DeadlinePreset",
  description: "Deadline rules proposed by us.",
  valuesConfig: {
    USUAL: {
      description:
        "Times for every kind and urgency, proposed by us and to be changed at will. What a grid is asked for is fed back within 24 hours, within 2 when it is urgent, as police stations' norms have it; every other time is our own.",
    },
  },
});

@InputType()
export class ApplyDeadlinePresetInput extends CommandInput {
  @Field(() => DeadlinePreset) preset!: DeadlinePreset;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}
