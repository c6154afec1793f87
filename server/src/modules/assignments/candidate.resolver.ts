import { Arg, Args, ID, Query, Resolver } from "type-graphql";
import { PageArgs, pages } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { MemberConnection, memberRows } from "#modules/members";
import { couldHold, nearestFirst } from "./candidate-filter.types.ts";

@Resolver()
export class CandidateResolver {
  @Query(() => MemberConnection, {
    description:
      "Members within your sight who could take a seat of the duty at the grid: those of its station first, then by seats held, then by name.",
  })
  @pages(memberRows, { where: couldHold, order: nearestFirst, isHeavy: true })
  candidates(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("gridId", () => ID) _gridId: string,
    @Arg("duty", () => Duty) _duty: string,
    @Arg("search", () => String, {
      nullable: true,
      description: "A part of the name, badge, or the name's pinyin initials.",
    })
    _search?: string,
    @Arg("anyKind", () => Boolean, { defaultValue: false, description: "Those too whose kind may not hold the duty." })
    _anyKind?: boolean,
    @Arg("at", () => DateTime, { nullable: true, description: "When the seat would be taken; now when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
