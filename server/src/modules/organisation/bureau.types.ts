import { bureaus, units } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { type Action, column, everyones, extension, From, many, Node, sql, today, viewerMay } from "#kernel/read";
import { mayCreateGrids, mayManageDivisions, mayManageMembers, mayManageUnits } from "./organisation.policy.ts";
import { inPlace } from "./unit.rows.ts";
import { Unit } from "./unit.types.ts";

/** What later modules let be done all over the bureau. */
export const bureauPolicies = extension<[], Action<typeof bureaus>>();

@ObjectType({ implements: Node, description: "A public-security bureau 公安局: the tenant." })
@From(bureaus, { visibleTo: everyones("its code and name stand in every sign-in name") })
export class Bureau {
  @Field(() => ID) @column(bureaus.bureauId) id!: string;
  @Field(() => String, { description: "The part of a sign-in name after the @, as a rule the county's 6 digits." })
  @column(bureaus.code)
  code!: string;
  @Field(() => String) @column(bureaus.name) name!: string;
  @Field(() => Int) @column(bureaus.version) version!: number;
  @Field(() => [Unit], { description: "Every unit within your reach." })
  @many(units, { about: 3_000, inAll: 3_000, order: inPlace })
  units!: Unit[];
  @Field(() => [Unit], { description: "The stations 派出所 within your reach that are open." })
  @many(units, {
    about: 50,
    inAll: 50,
    where: (unit, reading) =>
      sql`${unit.kind} = 'STATION' and (${unit.closedOn} is null or ${unit.closedOn} > ${today(reading)})`,
    order: inPlace,
  })
  stations!: Unit[];
  @Field(() => [String], {
    description:
      "What you may do all over the bureau; MANAGE_MEMBERS, CREATE_GRID, SET_DUTY_LINE, MANAGE_CHECKLISTS and REVIEW_WEEKS in a part of it at least: its units' `viewerMay` tell where.",
  })
  @viewerMay(bureaus, "bureau", () => [
    mayManageUnits,
    mayManageDivisions,
    { ...mayManageMembers, policy: mayManageMembers, over: "anywhere" },
    { ...mayCreateGrids, policy: mayCreateGrids, over: "anywhere" },
    ...bureauPolicies.all(),
  ])
  viewerMay!: string[];
}
