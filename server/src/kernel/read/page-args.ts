import { ArgsType, Field, Int } from "type-graphql";
import { defaultPageSize, largestPage, mostSkipped } from "./pages.ts";

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Rows from the front, 1 to ${largestPage}; ${defaultPageSize} when neither first nor last is given.`,
  })
  first?: number;
  @Field(() => String, { nullable: true, description: "A cursor: rows after it." }) after?: string;
  @Field(() => Int, {
    nullable: true,
    description: `So many rows are passed over, up to ${mostSkipped}: to turn to a page by its number. With \`first\` only.`,
  })
  skip?: number;
  @Field(() => Int, { nullable: true, description: `Rows from the end, 1 to ${largestPage}.` }) last?: number;
  @Field(() => String, { nullable: true, description: "A cursor: rows before it." }) before?: string;
}
