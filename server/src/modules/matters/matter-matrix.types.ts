import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { column, From, onlyBy } from "#kernel/read";
import { matterMatrix } from "./matter-matrix.rows.ts";

export const MatrixPlace = { STATION: "STATION", GRID: "GRID" } as const;
registerEnumType(MatrixPlace, {
  name: "MatrixPlace",
  description: "What the columns of a matrix are: stations, or grids.",
});

@ObjectType({
  description:
    "Matters of one category at one place over a period 排查情况. What was found in the period, what ended in it whenever it was found, and how far what was found in it has come by now: three figures that must not be divided by each other across.",
})
@From(matterMatrix, { visibleTo: onlyBy("Query.matterMatrix") })
export class MatterMatrixCell {
  @Field(() => ID, { nullable: true }) @column(matterMatrix.placeId) placeId?: string;
  @Field(() => String, {
    nullable: true,
    description: "The station's or the grid's name; null for matters without a grid.",
  })
  @column(matterMatrix.place)
  place?: string;
  @Field(() => String) @column(matterMatrix.category) category!: string;
  @Field(() => Int, { description: "The category's place in the list." })
  @column(matterMatrix.position)
  position!: number;
  @Field(() => Int, { description: "排查数: happened in the period." }) @column(matterMatrix.found) found!: number;
  @Field(() => Int, { description: "调处数: ended in the period, settled or not." })
  @column(matterMatrix.ended)
  ended!: number;
  @Field(() => Int, { description: "成功数: settled in the period." }) @column(matterMatrix.settled) settled!: number;
  @Field(() => Int, { description: "Of `found`, those that have ended by now." })
  @column(matterMatrix.foundEnded)
  foundEnded!: number;
  @Field(() => Int, { description: "Of `found`, those that are settled by now." })
  @column(matterMatrix.foundSettled)
  foundSettled!: number;
}
