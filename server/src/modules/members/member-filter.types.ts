import { Field, ID, InputType, registerEnumType } from "type-graphql";
import {
  everything,
  type Fragment,
  inReach,
  join,
  literal,
  type PageOrder,
  type Reading,
  searched,
  sql,
} from "#kernel/read";
import { MemberKind } from "./member-kind.ts";
import { MemberStatus } from "./member-status.ts";
import { hasStatus, isOfUnits, type MemberFields } from "./member.rows.ts";

export const MemberOrder = { NAME: "NAME", BADGE: "BADGE", KIND: "KIND", UNIT: "UNIT" } as const;
registerEnumType(MemberOrder, {
  name: "MemberOrder",
  valuesConfig: {
    NAME: { description: "By pinyin." },
    UNIT: { description: "By the unit's name, then by their own; those of units out of your reach first." },
  },
});

@InputType({ description: "Every condition given must hold." })
export class MemberFilter {
  @Field(() => String, {
    nullable: true,
    description: "A part of the name, badge, or the name's pinyin initials: `zs` finds 张三.",
  })
  search?: string;
  @Field(() => MemberKind, { nullable: true }) kind?: MemberKind;
  @Field(() => ID, { nullable: true, description: "Members of this unit and of those below it." }) unitId?: string;
  @Field(() => MemberStatus, { nullable: true }) status?: MemberStatus;
}

export function matchesFilter(member: MemberFields, reading: Reading): Fragment {
  const kind = reading.arg("filter.kind", "text");
  const unit = reading.arg("filter.unitId", "uuid");
  const status = reading.choice("filter.status");
  return join(
    [
      everything,
      ...searched(reading, "filter.search", { texts: [member.name, member.badge], initials: member.nameInitials }),
      ...(kind ? [sql`${member.kind} = ${kind}`] : []),
      ...(unit ? [isBelow(member, unit, reading)] : []),
      ...(status ? [hasStatus(member, reading, status as keyof typeof MemberStatus)] : []),
    ],
    " and ",
  );
}

const isBelow = (member: MemberFields, unit: NonNullable<ReturnType<Reading["arg"]>>, reading: Reading) => {
  const branch = sql`(
    with recursive below as (
      select ${unit} as id
      union all
      select u.id from units u join below on u.bureau_id = ${reading.bureau} and u.parent_id = below.id
    ) select id from below)`;
  return isOfUnits(member.id, branch, reading);
};

const kinds = join(Object.keys(MemberKind).map(literal), ",");

export function memberOrder(member: MemberFields, reading: Reading): PageOrder {
  const descending = reading.choice("direction") === "DESC";
  const name = [
    { by: sql`left(${member.nameInitials}, 1)`, type: "text" },
    { by: sql`${member.name} collate "zh-x-icu"`, type: "text" },
  ];
  switch (reading.choice("orderBy")) {
    case "BADGE":
      return { terms: [{ by: member.badge, type: "text" }], descending };
    case "KIND":
      return {
        terms: [{ by: sql`array_position(array[${kinds}], ${member.kind})`, type: "int" }, ...name],
        descending,
      };
    case "UNIT":
      return {
        terms: [
          {
            by: sql`coalesce((select u.name from units u where u.bureau_id = ${reading.bureau} and u.id = ${member.unitId} and ${inReach(reading, sql`u.id`)}), '') collate "zh-x-icu"`,
            type: "text",
          },
          ...name,
        ],
        descending,
      };
    default:
      return { terms: name, descending };
  }
}
