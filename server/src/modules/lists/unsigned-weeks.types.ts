import { Field, Int, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { unsignedWeeks } from "./unsigned-weeks.rows.ts";

@ObjectType({
  description:
    "What is still to be signed at a station, of the last 8 weeks that are over: each member's week that you may sign counts for itself.",
})
@From(unsignedWeeks, { visibleTo: onlyBy("Query.unsignedWeeks") })
export class UnsignedWeeks {
  @Field(() => Unit) @one(unsignedWeeks.stationId) station!: Ref<Unit>;
  @Field(() => Int) @column(unsignedWeeks.waiting) waiting!: number;
  @Field(() => Int, { description: "Of those, the weeks that the Wednesday after them has passed." })
  @column(unsignedWeeks.overdue)
  overdue!: number;
  @Field(() => LocalDate, { nullable: true, description: "The Monday of the first of them; null where none waits." })
  @column(unsignedWeeks.firstWeek)
  firstWeek?: string;
  @Field(() => Member, { nullable: true, description: "Whose week that is; null too when out of your sight." })
  @one(unsignedWeeks.firstMemberId)
  firstMember?: Ref<Member>;
}
