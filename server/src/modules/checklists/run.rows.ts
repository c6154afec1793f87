import { workItems } from "@maple-bridge/drizzle/tables";
import { query, rowUnder, sql } from "#kernel/read";
import { matterConditions } from "#modules/matters";
import { isWorkInSight } from "#modules/work";

/** Answers in the wording of the version that their run opened with, and what they have led to. */
export const answers = query(
  "run_answer_rows",
  {
    id: "not null",
    reportId: "not null",
    position: "not null",
    code: "not null",
    wording: "not null",
    evidence: "not null",
    count: "null",
    told: "null",
    choice: "null",
    photoId: "null",
    isFailed: "not null",
    wrong: "null",
    finds: "null",
    found: "null",
    hazardId: "null",
  },
  (reading) => sql`
  select a.id, a.report_id, i.position, a.code, i.wording, i.evidence, a.count, a.told, a.choice, a.photo_id, a.is_failed, a.wrong, i.finds, a.found,
    h.matter_id as hazard_id
  from run_answers a
  join checklist_items i on i.bureau_id = a.bureau_id and i.version_id = a.version_id and i.code = a.code
  left join run_hazards h on h.bureau_id = a.bureau_id and h.run_id = a.run_id and h.code = a.code and i.finds is null
  where a.bureau_id = ${reading.bureau}`,
);

matterConditions.give(
  "foundBy",
  ({ id }, { value }, reading) => sql`${id} in (
    select opened.matter_id from run_answers told
    join work_items run on run.bureau_id = told.bureau_id and run.id = told.run_id
    join run_hazards opened on opened.bureau_id = told.bureau_id and opened.run_id = told.run_id and opened.code = told.code
    where told.bureau_id = ${reading.bureau} and told.id = ${value} and ${isWorkInSight(rowUnder(workItems, "run"), reading)})`,
);
