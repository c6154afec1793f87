import { workItems } from "@maple-bridge/drizzle/tables";
import { FieldResolver, Resolver } from "type-graphql";
import { one } from "#kernel/read";
import { WorkItem } from "#modules/work";
import { Matter } from "./matter.types.ts";

@Resolver(() => WorkItem)
export class MatterOnWork {
  @FieldResolver(() => Matter, {
    nullable: true,
    description: "What it is about; null too when out of your sight, as to a partner it always is.",
  })
  @one(workItems.matterId)
  matter(): never {
    throw new Error("read by its source");
  }
}
