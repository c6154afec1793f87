import { ArgsType, type ClassType, Field } from "type-graphql";
import { OrderDirection } from "../order-direction.ts";
import { PageArgs } from "./page-args.ts";

/** The arguments of a list in pages that may be filtered and ordered. */
export function listArgs(
  filter: ClassType,
  order: object,
  first: string,
  direction: keyof typeof OrderDirection = "ASC",
): ClassType<PageArgs> {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(() => filter, { nullable: true }) filter?: object;
    @Field(() => order, { defaultValue: first }) orderBy!: string;
    @Field(() => OrderDirection, { defaultValue: direction }) direction!: string;
  }
  return ListArgs;
}
