import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { readRow } from "#kernel/read";
import { CancelAbsenceInput, RecordAbsenceInput, UpdateAbsenceInput } from "./absence.inputs.ts";
import { Absence } from "./absence.types.ts";
import { cancelAbsence } from "./cancel-absence.ts";
import { recordAbsence } from "./record-absence.ts";
import { updateAbsence } from "./update-absence.ts";

@Resolver()
export class AbsenceResolver {
  @Mutation(() => Absence, {
    description:
      "Refused when it overlaps another absence of the member, or when the substitutes would lead back to the member at any moment.",
  })
  async recordAbsence(
    @Arg("input", () => RecordAbsenceInput) input: RecordAbsenceInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await recordAbsence(ctx, input));
  }

  @Mutation(() => Absence, {
    description:
      "Ends an absence early or late, or names another substitute; one that is over stays as it is. When another substitute takes over midway, the absence ends now and goes on as a new one, which is given: who stood in so far stays on record.",
  })
  async updateAbsence(
    @Arg("input", () => UpdateAbsenceInput) input: UpdateAbsenceInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await updateAbsence(ctx, input));
  }

  @Mutation(() => Absence, { description: "Takes an absence back that has not begun." })
  async cancelAbsence(
    @Arg("input", () => CancelAbsenceInput) input: CancelAbsenceInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await cancelAbsence(ctx, input));
  }
}
