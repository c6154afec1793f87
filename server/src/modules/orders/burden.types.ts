import { Arg, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import { column, From, one, onlyBy, raw, sqlOf } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { Member, memberRows } from "#modules/members";
import { weeklyCapMinutes } from "./burden.rules.ts";
import { burdens } from "./burden.rows.ts";

@ObjectType({
  description:
    "What open tasks and runs of checklists are thought to take of a member's week 工作负荷: those of the seats held, and the member's own.",
})
@From(burdens, { visibleTo: onlyBy("Member.burden") })
export class MemberBurden {
  @Field(() => LocalDate, { description: "The week's Monday." }) @column(burdens.week) week!: string;
  @Field(() => Int) @column(burdens.minutes) minutes!: number;
  @Field(() => Int) @column(burdens.tasks) tasks!: number;
  @Field(() => Int, { description: "Runs of checklists." }) @column(burdens.runs) runs!: number;
  @Field(() => Int, { description: "What is issued beyond this needs a reason." })
  @sqlOf(burdens, () => raw(String(weeklyCapMinutes)))
  capMinutes!: number;
}

@Resolver(() => Member)
export class BurdenOnMember {
  @FieldResolver(() => MemberBurden)
  @one(memberRows.id, burdens.memberId)
  burden(
    @Arg("week", () => LocalDate, { nullable: true, description: "A day of the week asked about; today when absent." })
    _week?: string,
  ): never {
    throw new Error("read by its source");
  }
}
