import { bureaus } from "@maple-bridge/drizzle/tables";
import { Arg, ID, Query, Resolver } from "type-graphql";
import { everything, Node, nodeById, rowWhere } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Bureau } from "./bureau.types.ts";

@Resolver()
export class OrganisationResolver {
  @Query(() => Bureau, { description: "The bureau you belong to." })
  @rowWhere(bureaus, () => everything)
  bureau(): never {
    throw new Error("read by its source");
  }

  @Query(() => Node, {
    nullable: true,
    description: "Anything by its id; null when it is absent or out of your sight.",
  })
  @nodeById()
  node(
    @Arg("id", () => ID) _id: string,
    @Arg("at", () => DateTime, {
      nullable: true,
      description: "The moment asked about, for all below too; now when absent.",
    })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
