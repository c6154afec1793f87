import { members } from "@maple-bridge/drizzle/tables";
import { FieldResolver, Resolver } from "type-graphql";
import { many, sql } from "#kernel/read";
import { Unit } from "#modules/organisation";
import { Member } from "./member.types.ts";
import { hasLeft } from "./member.rows.ts";

@Resolver(() => Unit)
export class OnUnit {
  @FieldResolver(() => [Member], { description: "The members of the unit itself who have not left, by pinyin." })
  @many(members, {
    about: 250,
    inAll: 7_000,
    child: members.unitId,
    where: (member, reading) => sql`not ${hasLeft(member.leftOn, reading)}`,
    order: (member) => sql`left(${member.nameInitials}, 1), ${member.name} collate "zh-x-icu", ${member.id}`,
  })
  members(): never {
    throw new Error("read by its source");
  }
}
