import { Field, ID, InputType, Int } from "type-graphql";
import { BulkMode, BulkRowInput } from "#kernel/bulk.types";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { Complexity, GridKind } from "./grid.enums.ts";

@InputType({ description: "A village or community grid needs a division; a grid for a special purpose does not." })
export class CreateGridInput extends CommandInput {
  @Field(() => String, { description: "6 to 30 letters, digits and hyphens, unique in the bureau." }) code!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "At most 30 characters. When absent: STATISTICAL_12 or MPS_20 for a code of so many digits, else LOCAL.",
  })
  codeScheme?: string | null;
  @Field(() => String, { description: "At most 60 characters." }) name!: string;
  @Field(() => GridKind) kind!: GridKind;
  @Field(() => Complexity, { nullable: true, description: "ORDINARY when absent." }) complexity?: Complexity | null;
  @Field(() => Int, { nullable: true, description: "2 or 3; 3 when absent." }) level?: number | null;
  @Field(() => ID) stationId!: string;
  @Field(() => ID, { nullable: true, description: "A police room below that station." }) policeRoomId?: string | null;
  @Field(() => ID, { nullable: true }) divisionId?: string | null;
  @Field(() => Int, { nullable: true, description: "0 to 1,000,000; needs `countedYear`." }) households?: number | null;
  @Field(() => Int, { nullable: true, description: "0 to 10,000,000; needs `countedYear`." }) population?:
    | number
    | null;
  @Field(() => Int, { nullable: true, description: "1949 to this year." }) countedYear?: number | null;
  @Field(() => LocalDate, { nullable: true, description: "The first day it is open; today when absent." }) openedOn?:
    | string
    | null;
}

const from =
  "The first day it is so, today when absent; it stays so until the day from which the same was recorded to be another. A day up to the grid's opening means always.";
const reason = "At most 200 characters; needed when the change takes effect before today.";

@InputType({
  description:
    "What is left out stays; null clears what may be empty. Name, kind, complexity, level and police room change as of `from`, all else whatever the day.",
})
export class UpdateGridInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, { nullable: true, description: from }) from?: string | null;
  @Field(() => String, { nullable: true, description: reason }) reason?: string | null;
  @Field(() => String, { nullable: true }) code?: string | null;
  @Field(() => String, { nullable: true }) codeScheme?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => GridKind, { nullable: true }) kind?: GridKind | null;
  @Field(() => Complexity, { nullable: true }) complexity?: Complexity | null;
  @Field(() => Int, { nullable: true }) level?: number | null;
  @Field(() => ID, { nullable: true }) policeRoomId?: string | null;
  @Field(() => ID, { nullable: true }) divisionId?: string | null;
  @Field(() => Int, { nullable: true }) households?: number | null;
  @Field(() => Int, { nullable: true }) population?: number | null;
  @Field(() => Int, { nullable: true }) countedYear?: number | null;
  @Field(() => LocalDate, { nullable: true, description: "Not after the first assignment at the grid began." })
  openedOn?: string | null;
}

@InputType()
export class MoveGridInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, { nullable: true, description: from }) from?: string | null;
  @Field(() => String, { nullable: true, description: reason }) reason?: string | null;
  @Field(() => ID) stationId!: string;
  @Field(() => ID, { nullable: true, description: "A police room below the new station; none when absent." })
  policeRoomId?: string | null;
}

@InputType()
export class CloseGridInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, { description: "The first day the grid is no longer open." }) on!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Ends, as that day begins, the assignments that would last longer; without it they refuse the closing.",
  })
  endAssignments?: boolean | null;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string | null;
}

@InputType({ description: "Many grids, each by the same path as one alone." })
export class MoveGridsInput extends CommandInput {
  @Field(() => [BulkRowInput], { description: "1 to 100." }) rows!: BulkRowInput[];
  @Field(() => BulkMode) mode!: BulkMode;
  @Field(() => LocalDate, { nullable: true, description: from }) from?: string | null;
  @Field(() => String, { nullable: true, description: reason }) reason?: string | null;
  @Field(() => ID) stationId!: string;
  @Field(() => ID, { nullable: true, description: "A police room below the new station; none when absent." })
  policeRoomId?: string | null;
}

@InputType({ description: "Many grids, each by the same path as one alone." })
export class CloseGridsInput extends CommandInput {
  @Field(() => [BulkRowInput], { description: "1 to 100." }) rows!: BulkRowInput[];
  @Field(() => BulkMode) mode!: BulkMode;
  @Field(() => LocalDate, { description: "The first day the grids are no longer open." }) on!: string;
  @Field(() => Boolean, { nullable: true, description: "As of one grid." }) endAssignments?: boolean | null;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string | null;
}

@InputType()
export class ReopenGridInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when it was closed by today." })
  reason?: string | null;
}
