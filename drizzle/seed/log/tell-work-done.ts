import type { Category, DeadlineRule } from "../work/rows.ts";
import { administrator, type Deed, type Log, tell } from "./log.ts";

/** The deadlines and categories that were set, and what the commands of work told of, as they took their steps. */
export function tellWorkDone(log: Log): void {
  const { work } = log.draft;
  if (!work) return;
  tell(log, work.rules[0]!.startsAt, administrator, ...work.rules.map(ruleSet));
  for (const at of new Set(work.categories.map(({ startsAt }) => startsAt)))
    tell(log, at, administrator, ...work.categories.filter(({ startsAt }) => startsAt === at).map(categorySet));
  for (const { at, by, deeds } of work.commands) tell(log, at, by, ...deeds);
}

function ruleSet({
  id,
  revision: _r,
  startsAt: _s,
  endsAt: _e,
  version: _v,
  createdAt: _c,
  ...after
}: DeadlineRule): Deed {
  return { action: "deadlineRule.set", entity: { type: "DeadlineRule", id }, before: null, after };
}

const categorySet = ({ id, kind, code, name, intakeClass, position }: Category): Deed => ({
  ...{ action: "matterCategory.set", entity: { type: "MatterCategory", id }, before: null },
  after: { kind, code, name, intakeClass, position },
});
