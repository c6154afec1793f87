import { memberUnits, serviceBreaks } from "@maple-bridge/drizzle/tables";
import { Field, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref, sql, sqlOf } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { Unit } from "#modules/organisation";

@ObjectType({ description: "The unit a member belongs to over [startsOn, endsOn); to one on each day." })
@From(memberUnits, { visibleTo: onlyBy("Member.units") })
export class MemberUnit {
  @Field(() => LocalDate, { nullable: true, description: "Null where it always was so." })
  @sqlOf(memberUnits, (period) => sql`nullif(${period.startsOn}, '-infinity')`)
  startsOn?: string;
  @Field(() => LocalDate, { nullable: true, description: "The first day no longer there; null for an open end." })
  @column(memberUnits.endsOn)
  endsOn?: string;
  @Field(() => Unit, { nullable: true, description: "Null when the unit is out of your reach." })
  @one(memberUnits.unitId)
  unit?: Ref<Unit>;
  @Field(() => String, { nullable: true, description: "Why the member came there." })
  @column(memberUnits.reason)
  reason?: string;
}

@ObjectType({ description: "A member was off the strength over [startsOn, endsOn) and came back." })
@From(serviceBreaks, { visibleTo: onlyBy("Member.serviceBreaks") })
export class ServiceBreak {
  @Field(() => LocalDate) @column(serviceBreaks.startsOn) startsOn!: string;
  @Field(() => LocalDate) @column(serviceBreaks.endsOn) endsOn!: string;
  @Field(() => String, { nullable: true }) @column(serviceBreaks.reason) reason?: string;
}
