import { checklistTemplates, workItems } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import { equals, finds, type Fragment, inForce, ordersOf, type Reading, sql, today, where } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { subtreeOf } from "#modules/organisation";
import { byState, WorkState } from "#modules/work";

const isInForceToday = (templateId: Fragment, reading: Reading): Fragment => sql`exists (
  select from checklist_versions v where v.bureau_id = ${reading.bureau} and v.template_id = ${templateId} and v.state = 'PUBLISHED'
    and v.starts_on <= ${today(reading)} and coalesce(v.last_on >= ${today(reading)}, true) and coalesce(v.superseded_on > ${today(reading)}, true))`;

@InputType({ description: "Every condition given must hold." })
export class ChecklistTemplateFilter {
  @Field(() => String, { nullable: true, description: "A part of the code, the name or its pinyin initials." })
  @where(checklistTemplates, ({ code, name, nameInitials }, { value }) =>
    finds(value, { texts: [code, name], initials: nameInitials }),
  )
  search?: string;
  @Field(() => ID, {
    nullable: true,
    description: "Those that seats of the station may owe: its own and the bureau's.",
  })
  @where(checklistTemplates, ({ stationId }, { value }) => sql`coalesce(${stationId} = ${value}, true)`)
  stationId?: string;
  @Field(() => Boolean, { nullable: true, description: "Whether it is retired." })
  @where(checklistTemplates, ({ retiredAt }, { value }) => sql`(${retiredAt} is not null) = ${value}`)
  isRetired?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether a version of it holds today." })
  @where(
    checklistTemplates,
    ({ id, retiredAt }, { value }, reading) =>
      sql`(${retiredAt} is null and ${isInForceToday(id, reading)}) = ${value}`,
  )
  isInForce?: boolean;
}

export const checklistOrders = ordersOf(checklistTemplates, "ChecklistOrder", {
  CODE: ({ code }) => [{ by: code, type: "text" }],
  NAME: ({ name }) => [{ by: sql`${name} collate "zh-x-icu"`, type: "text" }],
  STATE: ({ id, retiredAt, code }, reading) => [
    {
      by: sql`(case when ${retiredAt} is not null then 2 when ${isInForceToday(id, reading)} then 0 else 1 end)`,
      type: "int",
    },
    { by: code, type: "text" },
  ],
});

@InputType({ description: "Every condition given must hold." })
export class ChecklistRunFilter {
  @Field(() => String, { nullable: true, description: "A part of the number or the title." })
  @where(workItems, ({ number, title }, { value }) => finds(value, { texts: [number, title] }))
  search?: string;
  @Field(() => ID, { nullable: true }) @equals(workItems, "templateId") templateId?: string;
  @Field(() => ID, { nullable: true, description: "Of this unit and of those below it, by its station." })
  @where(workItems, ({ stationId }, { value }, reading) => sql`${stationId} in (${subtreeOf(value, reading)})`)
  unitId?: string;
  @Field(() => ID, { nullable: true }) @equals(workItems, "gridId") gridId?: string;
  @Field(() => Duty, { nullable: true, description: "Of the seat that it was made for." })
  @equals(workItems, "seatDuty")
  duty?: Duty;
  @Field(() => ID, { nullable: true, description: "Of seats that the member holds now, or handed on to the member." })
  @where(
    workItems,
    ({ gridId, duty, memberId }, { value }, reading) => sql`(${memberId} = ${value} or (${gridId}, ${duty}) in (
      select a.grid_id, a.duty from assignments a where a.bureau_id = ${reading.bureau} and a.member_id = ${value}
        and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.now)}))`,
  )
  memberId?: string;
  @Field(() => [WorkState], { nullable: true }) @equals(workItems, "state") state?: WorkState[];
  @Field(() => LocalDate, { nullable: true, description: "Of this day or later." })
  @where(workItems, ({ occurrenceOn }, { value }) => sql`${occurrenceOn} >= ${value}`)
  from?: string;
  @Field(() => LocalDate, { nullable: true, description: "Of this day or earlier." })
  @where(workItems, ({ occurrenceOn }, { value }) => sql`${occurrenceOn} <= ${value}`)
  to?: string;
  @Field(() => Boolean, { nullable: true, description: "Whether it was late, filled in since or not." })
  @equals(workItems, "isLate")
  isLate?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Whether it was missed, filled in since or not." })
  @where(workItems, ({ missedAt }, { value }) => sql`(${missedAt} is not null) = ${value}`)
  wasMissed?: boolean;
}

export const runOrders = ordersOf(
  workItems,
  "ChecklistRunOrder",
  {
    DAY: ({ occurrenceOn }) => [{ by: occurrenceOn, type: "date" }],
    NUMBER: ({ number }) => [{ by: number, type: "text" }],
    STATE: (run) => [byState(run), { by: run.occurrenceOn, type: "date" }],
  },
  { values: { DAY: "By the day that it is of.", STATE: "By its state, as work goes through them; then by its day." } },
);
