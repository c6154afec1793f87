import { dutyLines, workItems } from "@maple-bridge/drizzle/tables";
import { Args, Field, ID, ObjectType } from "type-graphql";
import { column, From, many, one, onlyBy, PageArgs, pages, type Ref, sql, sqlOf, through } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { carriedLines, DutyLine } from "#modules/catalogue";
import { Duty, Grid } from "#modules/grids";
import { Member, memberRows } from "#modules/members";
import { WorkItemConnection } from "#modules/work";
import { myDays, daySeats, stoodInFor } from "./day.rows.ts";
import { firstDue, firstOver, lastSent, parts } from "./day-work.rows.ts";

@ObjectType({ description: "A seat that you answer for on the day." })
@From(daySeats, { visibleTo: onlyBy("MyDay.seats") })
export class DaySeat {
  @Field(() => ID, { description: "The assignment's." }) @column(daySeats.id) id!: string;
  @Field(() => Grid, { nullable: true, description: "Null when out of your sight." })
  @one(daySeats.gridId)
  grid?: Ref<Grid>;
  @Field(() => Duty) @column(daySeats.duty) duty!: Duty;
  @Field(() => Boolean, { description: "You stand in for who holds it 替班." })
  @sqlOf(daySeats, ({ memberId, holderId }) => sql`${memberId} <> ${holderId}`)
  isStoodIn!: boolean;
  @Field(() => Member, { nullable: true, description: "Null when out of your sight." })
  @one(daySeats.holderId)
  holder?: Ref<Member>;
  @Field(() => [DutyLine], {
    description: "The standing duties 职责 of the seat, as the duty catalogue stands on the day.",
  })
  @many(dutyLines, {
    about: 10,
    perRow: true,
    through: through(carriedLines, { parent: carriedLines.assignmentId, child: carriedLines.lineId }),
    order: ({ position, id }) => sql`${position}, ${id}`,
  })
  duties!: DutyLine[];
}

@ObjectType({
  description:
    "Your day 今日清单: the seats that you answer for on it, with their standing duties, and your work. Each item stands in one of the lists of work; whose seat you stand in for is among them.",
})
@From(myDays, { visibleTo: onlyBy("Query.myDay") })
export class MyDay {
  @Field(() => LocalDate) @column(myDays.day) day!: string;
  @Field(() => Member) @one(myDays.memberId) member!: Ref<Member>;
  @Field(() => [DaySeat], { description: "By grid; those held come before those stood in for." })
  @many(daySeats, {
    about: 3,
    child: daySeats.memberId,
    parent: myDays.memberId,
    perRow: true,
    order: ({ memberId, holderId, gridId, duty, id }) => sql`${memberId} <> ${holderId}, ${gridId}, ${duty}, ${id}`,
  })
  seats!: DaySeat[];
  @Field(() => [Member], { description: "Those who are away on the day, and for whom you stand in." })
  @many(memberRows, {
    about: 1,
    perRow: true,
    parent: myDays.memberId,
    through: through(stoodInFor, { parent: stoodInFor.memberId, child: stoodInFor.forId }),
    order: ({ badge }) => sql`${badge}`,
  })
  standsInFor!: Member[];
  @Field(() => WorkItemConnection, {
    description: "Orders and tasks to accept or to claim, and receipts 首接 to dispose of; the first due first.",
  })
  @pages(workItems, { where: parts.toReceive, order: firstDue })
  toReceive(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }
  @Field(() => WorkItemConnection, { description: "To be done, and past its due time now, whatever the day." })
  @pages(workItems, { where: parts.overdue, order: firstDue })
  overdue(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }
  @Field(() => WorkItemConnection, {
    description: "To be done by a time on the day; of a day that is due, by its 24:00.",
  })
  @pages(workItems, { where: parts.due, order: firstDue })
  due(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }
  @Field(() => WorkItemConnection, {
    description: "What else is yours to do: due on another day, by no time, or suspended; the first due first.",
  })
  @pages(workItems, { where: parts.atHand, order: firstDue })
  atHand(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }
  @Field(() => WorkItemConnection, {
    description:
      "Runs of checklists that were missed 漏办 and may still be filled in; first those for which that ends first.",
  })
  @pages(workItems, { where: parts.missed, order: firstOver })
  missed(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }
  @Field(() => WorkItemConnection, { description: "What you have sent and nobody has assessed; the last sent first." })
  @pages(workItems, { where: parts.sent, order: lastSent })
  sent(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }
}
