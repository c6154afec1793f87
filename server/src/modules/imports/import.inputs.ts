import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";

@InputType()
export class ColumnMappingInput {
  @Field(() => Int, { description: "The column's place in `columns`, from 0." }) column!: number;
  @Field(() => String, { description: "The key of one of the import's `fields`." }) field!: string;
}

@InputType()
export class MapImportColumnsInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => [ColumnMappingInput], { description: "All of it: a column left out is not imported." })
  mapping!: ColumnMappingInput[];
}

@InputType()
export class ChooseImportSheetInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: "The place of the sheet in `sheets`, from 0." }) sheet!: number;
}

@InputType({ description: "What a name of the file means that is like another one." })
export class ImportNameInput {
  @Field(() => String, { description: "As the file has it: of a creation that is asked about." }) written!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "The name that is meant, of a unit that is there or that the file creates; none where it is one of its own.",
  })
  means?: string | null;
}

@InputType({ description: "What a check assumes where the file says nothing. What the file says always counts first." })
export class CheckImportInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, { nullable: true, description: "The day new grids and stations open." }) openedOn?:
    | string
    | null;
  @Field(() => LocalDate, {
    nullable: true,
    description:
      "The day assignments begin, and from which grids and members that are there already are what the file says; that is today when absent. Of a ledger, the day on which rows ended that give none.",
  })
  from?: string | null;
  @Field(() => ID, { nullable: true, description: "The station of rows that name none." }) stationId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "Of a ledger: who receives matters of grids that nobody answers for, or that name no grid.",
  })
  receiverId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The year of the households and people counted, where a row gives none; 1949 to this one.",
  })
  countedYear?: number | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Creates the stations that are named and missing, and the police rooms below them.",
  })
  createStations!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Creates the divisions that are missing, with the townships and counties above them.",
  })
  createDivisions!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Gives a number to members who have no badge and are not there by name: two letters for the kind (MJ, FJ, TJ, ZB, WG, YJ, LS), a hyphen and four digits, after the highest that is borne.",
  })
  numbersMembers!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Brings the opening of grids forward to the first day for which the file needs them open.",
  })
  opensEarlier!: boolean;
  @Field(() => [String], {
    defaultValue: [],
    description: "Keys of `fields` whose cells count as blank where they cannot be taken; none that is required.",
  })
  blanks!: string[];
  @Field(() => [Int], { defaultValue: [], description: "Numbers of rows that are not imported; 2,000 at most." })
  leavesOut!: number[];
  @Field(() => [ImportNameInput], { defaultValue: [], description: "What was asked by `creations`; 500 at most." })
  names!: ImportNameInput[];
}

@InputType()
export class WriteImportInput extends UpdateInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class CancelImportInput extends CommandInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class UndoImportInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Why, for the audit log." }) reason?: string | null;
}
