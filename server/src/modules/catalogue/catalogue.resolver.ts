import { dutyLines } from "@maple-bridge/drizzle/tables";
import { Arg, ID, Int, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, GridKind } from "#modules/grids";
import { UnitKind } from "#modules/organisation";
import { applyDutyPreset } from "./apply-duty-preset.ts";
import { SixRole } from "./catalogue.enums.ts";
import {
  ApplyDutyPresetInput,
  CopyDutyCatalogueInput,
  RetireDutyLineInput,
  SetDutyLineAsideInput,
  SetDutyLineInput,
} from "./catalogue.inputs.ts";
import { copyDutyCatalogue } from "./copy-duty-catalogue.ts";
import { DutyCatalogueCopy } from "./copy.types.ts";
import { dutyDifferences } from "./difference.rows.ts";
import { DutyDifference } from "./difference.types.ts";
import { DutyLine } from "./duty-line.types.ts";
import { catalogueAsked, inOrder, revisionsAsked } from "./line.rows.ts";
import { retireDutyLine } from "./retire-duty-line.ts";
import { setDutyLine } from "./set-duty-line.ts";
import { setDutyLineAside } from "./set-duty-line-aside.ts";

const moment = "The moment asked above, else now, when absent.";
const whose = "A station; of the bureau's own lines without.";

@Resolver()
export class CatalogueResolver {
  @Query(() => [DutyLine], {
    description:
      "The lines that count at a station at a moment 职责目录: the bureau's, but for those that the station has lines of its own in place of. By owner and place.",
  })
  @many(dutyLines, { about: 80, where: catalogueAsked, order: inOrder })
  dutyCatalogue(
    @Arg("unitId", () => ID, { nullable: true, description: whose }) _unitId?: string,
    @Arg("at", () => DateTime, { nullable: true, description: moment }) _at?: Date,
    @Arg("duty", () => Duty, { nullable: true }) _duty?: string,
    @Arg("unitKind", () => UnitKind, { nullable: true }) _unitKind?: string,
    @Arg("serves", () => SixRole, { nullable: true }) _serves?: string,
    @Arg("withSetAside", () => Boolean, { defaultValue: false, description: "What the station has set aside, too." })
    _withSetAside?: boolean,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [DutyLine], {
    description:
      "Every revision of one line, the newest first: the bureau's, and the station's own in its place. Its owner is given as it was set.",
  })
  @many(dutyLines, {
    about: 10,
    where: revisionsAsked,
    order: (line) => sql`${line.startsAt} desc, ${line.revision} desc, ${line.id} desc`,
  })
  dutyLineRevisions(
    @Arg("code", () => String) _code: string,
    @Arg("unitId", () => ID, { nullable: true, description: whose }) _unitId?: string,
    @Arg("duty", () => Duty, { nullable: true }) _duty?: string,
    @Arg("gridKind", () => GridKind, { nullable: true }) _gridKind?: string,
    @Arg("level", () => Int, { nullable: true }) _level?: number,
    @Arg("unitKind", () => UnitKind, { nullable: true }) _unitKind?: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [DutyDifference], {
    description:
      "Where a station's catalogue and that of the station it was last copied from differ; none without a copying.",
  })
  @many(dutyDifferences, {
    about: 20,
    where: ({ stationId }, reading) => sql`${stationId} = ${reading.arg("unitId", "uuid")!}`,
    order: ({ owner, place, code }) => sql`${owner}, ${place}, ${code}`,
  })
  dutyCatalogueDifferences(
    @Arg("unitId", () => ID, { description: "A station." }) _unitId: string,
    @Arg("at", () => DateTime, { nullable: true, description: moment }) _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}

export const CatalogueMutations = mutations({
  setDutyLine: mutation({
    input: SetDutyLineInput,
    gives: DutyLine,
    does: setDutyLine,
    description: "A station's line stands in the place of the bureau's of the same owner and code.",
  }),
  setDutyLineAside: mutation({
    input: SetDutyLineAsideInput,
    gives: DutyLine,
    does: setDutyLineAside,
    description: "搁置: gives the station's line that says so. Retired, the bureau's counts there again.",
  }),
  retireDutyLine: mutation({
    input: RetireDutyLineInput,
    gives: DutyLine,
    does: retireDutyLine,
    description: "停用: of a station's own, the bureau's in whose place it stood counts again.",
  }),
  applyDutyPreset: mutation({
    input: ApplyDutyPresetInput,
    gives: [DutyLine],
    does: applyDutyPreset,
    description: "Gives the preset's lines, those that said the same already among them.",
  }),
  copyDutyCatalogue: mutation({
    input: CopyDutyCatalogueInput,
    gives: [DutyCatalogueCopy],
    does: copyDutyCatalogue,
    description:
      "样板推广: each of the stations has the model's own lines from then on, and none besides; all of them or none. Gives what was done for each, in their order; of one that had it all already, what was done then.",
  }),
});
