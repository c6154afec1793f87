import { divisions } from "@maple-bridge/drizzle/tables";
import { Field, InputType } from "type-graphql";
import { equals, everything, finds, ordersOf, sql, today, where } from "#kernel/read";
import { DivisionKind } from "./division-kind.ts";

@InputType()
export class DivisionFilter {
  @Field(() => String, {
    nullable: true,
    description: "A part of the name or its pinyin initials, or the beginning of the code.",
  })
  @where(divisions, ({ name, code, nameInitials }, { value }) =>
    finds(value, { texts: [name], codes: [code], initials: nameInitials }),
  )
  search?: string;
  @Field(() => DivisionKind, { nullable: true }) @equals(divisions, "kind") kind?: DivisionKind;
  @Field(() => String, { nullable: true, description: "Only the divisions right below this one." })
  @where(
    divisions,
    ({ parentId }, { value }, reading) =>
      sql`${parentId} = (select p.id from divisions p where p.bureau_id = ${reading.bureau} and p.code = ${value})`,
  )
  parentCode?: string;
  @Field(() => Boolean, { nullable: true, description: "Leave out those no longer in use today." })
  @where(divisions, ({ closedOn }, { choice }, reading) =>
    choice === true ? sql`${closedOn} is null or ${closedOn} > ${today(reading)}` : everything,
  )
  openOnly?: boolean;
}

export const divisionOrders = ordersOf(
  divisions,
  "DivisionOrder",
  {
    CODE: ({ code }) => [{ by: code, type: "text" }],
    NAME: ({ name }) => [{ by: sql`${name} collate "zh-x-icu"`, type: "text" }],
    CLOSED: ({ closedOn, code }) => [
      { by: sql`coalesce(${closedOn}, 'infinity'::date)`, type: "date" },
      { by: code, type: "text" },
    ],
  },
  { values: { NAME: "By pinyin.", CLOSED: "By the day from which it is not in use; those without one last." } },
);
