import { newKey } from "../../support/client.ts";
import type { Client } from "../../support/client.ts";
import { keepSignedIn, layWork } from "./ground.ts";
import { at } from "./time-passes.ts";

export const tuesday = "2026-03-03";
const community = { kind: "ORDER", orderKind: "COMMUNITY", urgency: "ORDINARY", unit: "MINUTES" };
const ruleFields = `id revision unit acceptWithin feedbackWithin closeWithin startsAt endsAt viewerMay`;
const document = (fields: string) =>
  `mutation ($input: SetDeadlineRuleInput!) { setDeadlineRule(input: $input) { ${fields} } }`;
const inputOf = (input: object) => ({ input: { idempotencyKey: newKey(), ...community, ...input } });

/** A rule for community orders, unless it says something else. */
export const setRule = async (client: Client, input: object) =>
  (await client.run(document(ruleFields), inputOf(input))).setDeadlineRule;
export const refusedRule = (client: Client, input: object) => client.refused(document("id"), inputOf(input));

/** An hour to accept, four to give feedback, a day to close. */
export const withRule = (client: Client, input: object = {}) =>
  setRule(client, { acceptWithin: 60, feedbackWithin: 240, closeWithin: 1440, ...input });

/** When the clocks that run are due. */
export const dues = (item: { clocks: { clock: string; dueAt: string; isRunning: boolean }[] }) =>
  Object.fromEntries(item.clocks.filter(({ isRunning }) => isRunning).map(({ clock, dueAt }) => [clock, dueAt]));

export const iso = (text: string) => at(text).toISOString();

/** Ground whose people stay signed in however the time moves. */
export async function layTimedWork() {
  const ground = await layWork();
  await keepSignedIn(ground.bureau);
  return ground;
}
