import { Field, ID, InputType, Int } from "type-graphql";
import {
  equals,
  finds,
  inReach,
  join,
  laterConditions,
  laterOrders,
  literal,
  ordersOf,
  type OrderTerm,
  sql,
  where,
} from "#kernel/read";
import { subtreeOf } from "#modules/organisation";
import { MemberKind } from "./member-kind.ts";
import { MemberStatus } from "./member-status.ts";
import { hasStatus, isOfUnits, type MemberFields, memberRows, statusOf } from "./member.rows.ts";

/** What later modules filter members by. */
export const memberConditions = laterConditions(memberRows);

@InputType({ description: "Every condition given must hold." })
export class MemberFilter {
  @Field(() => String, {
    nullable: true,
    description: "A part of the name, badge, or the name's pinyin initials: `zs` finds 张三.",
  })
  @where(memberRows, ({ name, badge, nameInitials }, { value }) =>
    finds(value, { texts: [name, badge], initials: nameInitials }),
  )
  search?: string;
  @Field(() => MemberKind, { nullable: true }) @equals(memberRows, "kind") kind?: MemberKind;
  @Field(() => ID, { nullable: true, description: "Members of this unit and of those below it." })
  @where(memberRows, ({ id }, { value }, reading) => isOfUnits(id, sql`(${subtreeOf(value, reading)})`, reading))
  unitId?: string;
  @Field(() => MemberStatus, { nullable: true })
  @where(memberRows, (member, { choice }, reading) => hasStatus(member, reading, choice as MemberStatus))
  status?: MemberStatus;
  @Field(() => Int, { nullable: true, description: "With so many seats held 岗位 or more." })
  @memberConditions.by("seatsAtLeast")
  seatsAtLeast?: number;
  @Field(() => Int, { nullable: true, description: "With so many seats held 岗位 or fewer." })
  @memberConditions.by("seatsAtMost")
  seatsAtMost?: number;
  @Field(() => Int, { nullable: true, description: "With so many grids with a seat held 网格 or more." })
  @memberConditions.by("gridsAtLeast")
  gridsAtLeast?: number;
  @Field(() => Int, { nullable: true, description: "With so many grids with a seat held 网格 or fewer." })
  @memberConditions.by("gridsAtMost")
  gridsAtMost?: number;
  @Field(() => Int, {
    nullable: true,
    description: "With so many households 户数 or more, in the grids that they hold a seat at.",
  })
  @memberConditions.by("householdsAtLeast")
  householdsAtLeast?: number;
  @Field(() => Int, {
    nullable: true,
    description: "With so many households 户数 or fewer, in the grids that they hold a seat at.",
  })
  @memberConditions.by("householdsAtMost")
  householdsAtMost?: number;
  @Field(() => Int, {
    nullable: true,
    description: "With so many people 人口 or more, in the grids that they hold a seat at.",
  })
  @memberConditions.by("populationAtLeast")
  populationAtLeast?: number;
  @Field(() => Int, {
    nullable: true,
    description: "With so many people 人口 or fewer, in the grids that they hold a seat at.",
  })
  @memberConditions.by("populationAtMost")
  populationAtMost?: number;
  @Field(() => ID, { nullable: true, description: "Who might check what a draw of re-checks has drawn." })
  @memberConditions.by("checkerOf")
  checkerOf?: string;
}

/** What the assignments' module orders members by. */
export const laterMemberOrders = laterOrders(memberRows);

const statuses = join(Object.keys(MemberStatus).map(literal), ",");
const kinds = join(Object.keys(MemberKind).map(literal), ",");

const byName = ({ name, nameInitials }: MemberFields): OrderTerm[] => [
  { by: sql`left(${nameInitials}, 1)`, type: "text" },
  { by: sql`${name} collate "zh-x-icu"`, type: "text" },
];

export const memberOrders = ordersOf(
  memberRows,
  "MemberOrder",
  {
    NAME: byName,
    BADGE: ({ badge }) => [{ by: badge, type: "text" }],
    KIND: (member) => [{ by: sql`array_position(array[${kinds}], ${member.kind})`, type: "int" }, ...byName(member)],
    STATUS: (member, reading) => [
      { by: sql`array_position(array[${statuses}], ${statusOf(member, reading)})`, type: "int" },
      ...byName(member),
    ],
    LOAD: (member, reading) => [...laterMemberOrders.by("LOAD")(member, reading), ...byName(member)],
    GRIDS: (member, reading) => [...laterMemberOrders.by("GRIDS")(member, reading), ...byName(member)],
    HOUSEHOLDS: (member, reading) => [...laterMemberOrders.by("HOUSEHOLDS")(member, reading), ...byName(member)],
    POPULATION: (member, reading) => [...laterMemberOrders.by("POPULATION")(member, reading), ...byName(member)],
    UNIT: (member, reading) => [
      {
        by: sql`coalesce((select u.name from units u where u.bureau_id = ${reading.bureau} and u.id = ${member.unitId} and ${inReach(reading, sql`u.id`)}), '') collate "zh-x-icu"`,
        type: "text",
      },
      ...byName(member),
    ],
  },
  {
    values: {
      NAME: "By pinyin.",
      LOAD: "By the seats that they hold.",
      GRIDS: "By the grids at which they hold a seat.",
      HOUSEHOLDS: "By the households of these grids.",
      POPULATION: "By the population of these grids.",
      UNIT: "By the unit's name, then by their own; those of units out of your reach first.",
    },
  },
);
