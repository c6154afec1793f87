import { ObjectType, Field } from "type-graphql";
import { From, one, onlyBy, type Ref } from "#kernel/read";
import { Assignment } from "#modules/assignments";
import { carriedLines } from "./carried.rows.ts";
import { DutyLine } from "./duty-line.types.ts";

@ObjectType({ description: "A line of the duty catalogue that a member carries by a seat held." })
@From(carriedLines, { visibleTo: onlyBy("Member.carriedDuties") })
export class CarriedDuty {
  @Field(() => Assignment, { nullable: true, description: "The seat; null for a grid out of your sight." })
  @one(carriedLines.assignmentId)
  assignment?: Ref<Assignment>;
  @Field(() => DutyLine, { nullable: true, description: "Null for the line of a station out of your sight." })
  @one(carriedLines.lineId)
  line?: Ref<DutyLine>;
}
