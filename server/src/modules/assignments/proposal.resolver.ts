import { Arg, ID, Query, Resolver } from "type-graphql";
import { many } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { proposals } from "./proposal.rows.ts";
import { Proposal } from "./proposal.types.ts";

@Resolver()
export class ProposalResolver {
  @Query(() => [Proposal], {
    description:
      "A proposal for each vacant seat of the grids of stations and police rooms at or below the unit: the 100 that are vacant longest, in that order. Accept them by `assignMembers`, with `onlyIfVacant`.",
  })
  @many(proposals, { about: 50, order: (proposal) => proposal.place })
  proposals(
    @Arg("unitId", () => ID, { nullable: true, description: "All within your reach when absent." }) _unitId?: string,
    @Arg("at", () => DateTime, { nullable: true, description: "When the seats would be taken; now when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
