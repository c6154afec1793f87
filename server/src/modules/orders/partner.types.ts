import { units, workItems } from "@maple-bridge/drizzle/tables";
import { Field, FieldResolver, ID, ObjectType, Query, Resolver } from "type-graphql";
import { column, From, many, one, type RowOf, sql, today } from "#kernel/read";
import { WorkItem } from "#modules/work";

const isPartner = ({ kind }: RowOf<typeof units>) => sql`${kind} = 'PARTNER'`;

@ObjectType({
  description:
    "A unit that is asked to help 协作单位: a street office, a court, a law firm. Everyone may know its name, to refer a matter to it.",
})
@From(units, { visibleTo: isPartner })
export class PartnerUnit {
  @Field(() => ID) @column(units.id) id!: string;
  @Field(() => String) @column(units.name) name!: string;
}

@Resolver()
export class PartnerResolver {
  @Query(() => [PartnerUnit], { description: "Those that a linkage order may go to today." })
  @many(units, {
    about: 30,
    where: ({ closedOn }, reading) => sql`(${closedOn} is null or ${closedOn} > ${today(reading)})`,
    order: ({ name, id }) => sql`${name} collate "zh-x-icu", ${id}`,
  })
  partnerUnits(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => WorkItem)
export class PartnerOnItem {
  @FieldResolver(() => PartnerUnit, { nullable: true, description: "Of a linkage order: to whom it goes." })
  @one(workItems.unitId)
  partner(): never {
    throw new Error("read by its source");
  }
}
