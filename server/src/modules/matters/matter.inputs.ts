import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime } from "#kernel/scalars";
import { Urgency } from "#modules/work";
import {
  MatterCategoryPreset,
  MatterKind,
  MatterOutcome,
  MediationMethod,
  MatterSource,
  MergedWork,
  MovedWork,
  PartyRole,
} from "./matter.enums.ts";

@InputType({ description: "A party by its role and, to be sealed, how it may be reached." })
export class PartyInput {
  @Field(() => PartyRole) role!: PartyRole;
  @Field(() => String, {
    nullable: true,
    description: "Up to 200 characters; kept sealed, told by openSealedContact alone.",
  })
  contact?: string | null;
}

@InputType({ description: "Without a grid, the station and the address are needed." })
export class RegisterMatterInput extends CommandInput {
  @Field(() => MatterKind) kind!: MatterKind;
  @Field(() => ID, { description: "Of the kind, in force." }) categoryId!: string;
  @Field(() => MatterSource) source!: MatterSource;
  @Field(() => Urgency, { nullable: true, description: "ORDINARY without." }) urgency?: Urgency | null;
  @Field(() => String, { description: "1 to 100 characters." }) title!: string;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." }) description?: string | null;
  @Field(() => ID, { nullable: true }) gridId?: string | null;
  @Field(() => ID, { nullable: true, description: "The grid's, where there is one." }) stationId?: string | null;
  @Field(() => String, { nullable: true, description: "Up to 200 characters." }) address?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Not ahead; now without." }) happenedAt?: Date | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "Who has it in hand until another one accepts; your own member without. Another's, you register for them 首问.",
  })
  firstReceiverId?: string | null;
  @Field(() => [PartyInput], { nullable: true, description: "Each role once." }) contacts?: PartyInput[] | null;
}

@InputType({
  description: "Fields left out stay as they are; null empties those that may be empty. No due time moves.",
})
export class UpdateMatterInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: "Of the matter's kind, in force." }) categoryId?: string | null;
  @Field(() => MatterSource, { nullable: true }) source?: MatterSource | null;
  @Field(() => Urgency, {
    nullable: true,
    description: "Of the matter alone: work about it keeps its own, by changeUrgency.",
  })
  urgency?: Urgency | null;
  @Field(() => String, { nullable: true, description: "1 to 100 characters." }) title?: string | null;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." }) description?: string | null;
  @Field(() => String, { nullable: true, description: "Up to 200 characters." }) address?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Not ahead." }) happenedAt?: Date | null;
}

@InputType()
export class MoveMatterInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => ID) gridId!: string;
  @Field(() => MovedWork, {
    nullable: true,
    description:
      "Needed where work at seats of the grid it leaves is open: without it the command is refused and says who would take each.",
  })
  work?: MovedWork | null;
  @Field(() => String, {
    nullable: true,
    description: "Up to 500 characters; needed to readdress work that has begun.",
  })
  reason?: string | null;
}

@InputType()
export class MergeMattersInput extends CommandInput {
  @Field(() => ID, { description: "The one that ends." }) fromId!: string;
  @Field(() => ID, { description: "The one that goes on." }) intoId!: string;
  @Field(() => MergedWork, { description: "What becomes of its open work; its receipts end." }) openItems!: MergedWork;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType({ description: "Refused while an order about it is open." })
export class SettleMatterInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => MatterOutcome) outcome!: MatterOutcome;
  @Field(() => String, { description: "What came of it: 1 to 2,000 characters." }) outcomeNote!: string;
  @Field(() => MediationMethod, { nullable: true, description: "Of a dispute that is settled, if it was by one." })
  method?: MediationMethod | null;
}

@InputType()
export class SettleReceiptInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "What was done: 1 to 2,000 characters." }) settled!: string;
  @Field(() => MatterOutcome) outcome!: MatterOutcome;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters; what was done, without." })
  outcomeNote?: string | null;
}

@InputType()
export class HandReceiptOnInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType()
export class AddSealedContactInput extends CommandInput {
  @Field(() => ID) matterId!: string;
  @Field(() => PartyRole) role!: PartyRole;
  @Field(() => String, { description: "1 to 200 characters; in place of what was sealed for the role before." })
  contact!: string;
}

@InputType()
export class OpenSealedContactInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "Why it is needed: 1 to 200 characters, kept in the audit log." })
  reason!: string;
}

@InputType({ description: "The one of the kind and code that is in force ends; matters that name it keep it." })
export class SetMatterCategoryInput extends CommandInput {
  @Field(() => MatterKind) kind!: MatterKind;
  @Field(() => String, { description: "1 to 30 letters, digits, hyphens or underscores." }) code!: string;
  @Field(() => String, { description: "1 to 30 characters." }) name!: string;
  @Field(() => String, { nullable: true, description: "Up to 30 characters." }) intakeClass?: string | null;
  @Field(() => Int, { nullable: true, description: "Its place in the list, 0 to 999; the last one without." })
  position?: number | null;
}

@InputType()
export class RetireMatterCategoryInput extends UpdateInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: "Sets the preset's categories; others stay." })
export class ApplyMatterCategoryPresetInput extends CommandInput {
  @Field(() => MatterCategoryPreset) preset!: MatterCategoryPreset;
}
