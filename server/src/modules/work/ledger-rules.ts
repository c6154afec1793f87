import { dueBy, worked } from "./clocks.ts";
import { rolledUp, satisfied, voided } from "./clocks.rules.ts";
import { isChosen, ruleOf, type WorkEventAction } from "./work-actions.rules.ts";

const ofAction = (action: WorkEventAction) => (isChosen(action) ? ruleOf(action) : undefined);

/** By what the ledger goes, for what is told of the past and was not stepped through: the state table, and due times. */
export const ledgerRules = {
  ...{ dueBy, worked, satisfied, voided, rolledUp },
  stateAfter: (action: WorkEventAction) => ofAction(action)?.to,
  meets: (action: WorkEventAction) => ofAction(action)?.meets ?? [],
};
