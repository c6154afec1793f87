import { staffingStandards } from "@maple-bridge/drizzle/tables";
import { Arg, ID, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Complexity, Duty, GridKind } from "#modules/grids";
import { applyStaffingPreset } from "./apply-staffing-preset.ts";
import { CoverageGrouping } from "./assignment.enums.ts";
import { coverageGroups } from "./coverage.rows.ts";
import { CoverageGroup } from "./coverage.types.ts";
import { setDutyHolders } from "./set-duty-holders.ts";
import { setStaffingStandard } from "./set-staffing-standard.ts";
import { ApplyStaffingPresetInput, SetDutyHoldersInput, SetStaffingStandardInput } from "./standard.inputs.ts";
import { dutiesHeld, DutyHolders, StaffingStandard, standardsAsked } from "./standard.types.ts";

@Resolver(() => StaffingStandard)
export class StandardResolver {
  @Query(() => [StaffingStandard], { description: "By kind of grid, complexity, duty and start." })
  @many(staffingStandards, {
    about: 100,
    where: standardsAsked,
    order: (standard) =>
      sql`${standard.gridKind}, ${standard.complexity}, ${standard.duty}, ${standard.startsAt}, ${standard.id}`,
  })
  staffingStandards(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
    @Arg("gridKind", () => GridKind, { nullable: true }) _gridKind?: string,
    @Arg("complexity", () => Complexity, { nullable: true }) _complexity?: string,
    @Arg("duty", () => Duty, { nullable: true }) _duty?: string,
    @Arg("always", () => Boolean, { defaultValue: false, description: "Past and planned ones too, whatever `at` is." })
    _always?: boolean,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [DutyHolders])
  @many(dutiesHeld, { about: 10, order: (held) => held.duty })
  dutyHolders(): never {
    throw new Error("read by its source");
  }

  @Query(() => [CoverageGroup], {
    description: "Coverage 配备率 of grids within your reach, grouped; stations in their order.",
  })
  @many(coverageGroups, {
    about: 50,
    order: (group) => sql`${group.position}, ${group.label} collate "zh-x-icu", ${group.stationId}, ${group.duty}`,
  })
  coverage(
    @Arg("by", () => CoverageGrouping, { defaultValue: CoverageGrouping.STATION }) _by: string,
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
    @Arg("unitId", () => ID, {
      nullable: true,
      description: "Only grids of stations and police rooms at or below this unit.",
    })
    _unitId?: string,
  ): never {
    throw new Error("read by its source");
  }
}

export const StandardMutations = mutations({
  setStaffingStandard: mutation({
    input: SetStaffingStandardInput,
    gives: StaffingStandard,
    does: setStaffingStandard,
  }),
  applyStaffingPreset: mutation({
    input: ApplyStaffingPresetInput,
    gives: [StaffingStandard],
    does: applyStaffingPreset,
    description: "Gives the standards it set.",
  }),
  setDutyHolders: mutation({ input: SetDutyHoldersInput, gives: DutyHolders, does: setDutyHolders }),
});
