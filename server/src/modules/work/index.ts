import "./work.messages.ts";
import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { bureauPolicies } from "#modules/organisation";
import { BulkResolver } from "./bulk.resolver.ts";
import { DeadlineMutations, DeadlineResolver } from "./deadline.resolver.ts";
import { recompute } from "./recompute.ts";
import { followPlaces } from "./follow-places.ts";
import "./on-assignments.ts";
import "./on-calendar.ts";
import "./on-grids.ts";
import "./on-members.ts";
import {
  HandoverLists,
  HandoverMutations,
  HandoverOnEvent,
  HandoverOnMember,
  HandoverResolver,
} from "./handover.resolver.ts";
import { tellTime } from "./tell-time.ts";
import { EventItem, WorkOnGrid, WorkOnMember } from "./on-earlier.resolver.ts";
import { WorkEvent } from "./work-event.types.ts";
import { mayIssueWork, maySetDeadlines } from "./work.policy.ts";
import { WorkMutations } from "./work-mutations.resolver.ts";
import { WorkLists, WorkResolver } from "./work.resolver.ts";

everydayActions("work.", "handover.");
defineConstraint("work_requests_one_extension", { path: ["input", "clock"], code: "WORK_ASKED_MEANWHILE" });
defineConstraint("work_requests_one_suspension", { path: ["input", "id"], code: "WORK_ASKED_MEANWHILE" });
defineConstraint("work_requests_one_return", { path: ["input", "id"], code: "WORK_ASKED_MEANWHILE" });
defineConstraint("handover_items_one_open", { path: ["input", "giverId"], code: "HANDOVER_MEANWHILE" });

bureauPolicies.add(() => ({ ...mayIssueWork, policy: mayIssueWork, over: "anywhere" }));
bureauPolicies.add(() => maySetDeadlines);

export const work: Module = {
  name: "work",
  resolvers: [
    WorkLists,
    WorkResolver,
    WorkMutations,
    BulkResolver,
    DeadlineResolver,
    DeadlineMutations,
    EventItem,
    WorkOnGrid,
    WorkOnMember,
    HandoverLists,
    HandoverResolver,
    HandoverMutations,
    HandoverOnMember,
    HandoverOnEvent,
  ],
  types: [WorkEvent],
  jobs: [tellTime, recompute, followPlaces],
  texts: { line: ["title"], prose: ["instructions"] },
};
export { addressOf, type Addressed, memberOf } from "./address.ts";
export { answerersOfMember } from "./address.store.ts";
export { cancelled, closed, dueAnew, receiptEnded, reopened, returned } from "./effects.ts";
export { issuerOf } from "./issuer.ts";
export { type BroughtItem, bringItemsIn } from "./bring-in.store.ts";
export { giveNumbersBack, lastOfSeries, nextNumber, takeNumbers } from "./number.store.ts";
export { type Draft, openItem } from "./open-item.ts";
export { openRuns, type RunPlace, type RunsToOpen } from "./open-runs.store.ts";
export { forAShortTime, gatherNotices, portion } from "./portions.ts";
export { endLateFilling, holdOpenRuns } from "./runs.store.ts";
export { followGrids, followSoon } from "./follow-places.ts";
export { recomputeOpen } from "./recompute.ts";
export { setUsualDeadlines } from "./set-deadline-rule.ts";
export { keeping, stepped } from "./questions.ts";
export { readdressed } from "./readdress.ts";
export { assertMay, assertMayNow, type Effect, step, type Stepped } from "./step.ts";
export { stepBy, stepOne, type Stepping } from "./step-work.ts";
export { ledgerRules } from "./ledger-rules.ts";
export { dueBy } from "./clocks.ts";
export { usualDeadlines } from "./deadline-preset.ts";
export { pausesOf, satisfied } from "./clocks.rules.ts";
export { WorkEvent } from "./work-event.types.ts";
export { WorkItem, WorkItemConnection } from "./work-item.types.ts";
export { byState, workConditions, WorkItemFilter, workOrders } from "./work-filter.types.ts";
export { Card, OrderKind, Urgency, WorkKind, WorkOutcome, WorkState } from "./work.enums.ts";
export { AddressInput, AssessInput, StepInput } from "./work.inputs.ts";
export { allWorkActions, isOpenState, mindsFreeze, openStates } from "./work-actions.rules.ts";
export { chiefStoodInFor, isChiefOf, standsInForAChief, standsInForChief } from "./chiefs.rows.ts";
export {
  actionsOf,
  checking,
  fillableUntil,
  frozen as frozenWork,
  isInSight as isWorkInSight,
  isOpen as isItemOpen,
} from "./work.rows.ts";
export {
  answerersOf,
  assignmentsAnswered,
  isAnsweredByViewer,
  isFirstReceiver,
  isForUnitOfViewer,
  nowOf,
  stands,
} from "./answering.rows.ts";
export { isUpToViewer } from "./my-work.rows.ts";
export { memberWork } from "./member-work.rows.ts";
export { mayIssueWork, mayLeadWork } from "./work.policy.ts";
export { withItem } from "./work-sight.rows.ts";
export { ruleFor } from "./rule-in-force.store.ts";
export { type Alongside, lockBesides, lockWork } from "./hold-work.store.ts";
export { type HeldItem, putUnderMatter, type WorkItemRow } from "./work.store.ts";
