import { bureaus } from "@maple-bridge/drizzle/tables";
import { Query, Resolver } from "type-graphql";
import { everything, rowWhere } from "#kernel/read";
import { Bureau } from "./unit.types.ts";

@Resolver()
export class OrganisationResolver {
  @Query(() => Bureau)
  @rowWhere(bureaus, () => everything)
  bureau(): never {
    throw new Error("read by its source");
  }
}
