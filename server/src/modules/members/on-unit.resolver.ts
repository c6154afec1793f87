import { Arg, FieldResolver, Resolver } from "type-graphql";
import { many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Unit } from "#modules/organisation";
import { Member } from "./member.types.ts";
import { hasLeft, memberRows } from "./member.rows.ts";

@Resolver(() => Unit)
export class OnUnit {
  @FieldResolver(() => [Member], {
    description: "The members who are of the unit itself and have not left at `at`, by pinyin.",
  })
  @many(memberRows, {
    about: 250,
    inAll: 7_000,
    child: memberRows.unitId,
    where: (member, reading) => sql`not ${hasLeft(member, reading)}`,
    order: (member) => sql`left(${member.nameInitials}, 1), ${member.name} collate "zh-x-icu", ${member.id}`,
  })
  members(
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}
