import { type Client, newKey } from "../../support/client.ts";
import { change, type ChecklistGround, layChecklists } from "../checklists/ground.ts";
import { act, keepSignedIn } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";

export const lineFields = `key source standing title number kind state gridName duty dueOn closedOn isLate isWaiting isReturned isLateEntry needsAWord isClean
  photos serves changedAt isUnread decision decisionReason decider item { id state } matter { id } dutyLine { id } grid { id } returnedItem { id kind state dueOn }`;

export const reviewFields = `id week weekName revision isCurrent reopenedReason signedAt signer onBehalfOf { id } done late missed returned waiting snapshot digest
  version viewerMay lines { ${lineFields} } comments { lineKey text speaker }`;

const listFields = `week weekName isHome member { id } station { id } scheme { lists { title source } } lines { ${lineFields} } review { ${reviewFields} }
  revisions { id revision signedAt digest } lookedAt viewerMay`;

export interface Line {
  key: string;
  source: string;
  standing: string | null;
  title: string;
  [field: string]: unknown;
}

export async function listsOf(client: Client, memberId: string, week: string, unitId?: string) {
  const { threeLists } = await client.run(
    `query ($memberId: ID!, $week: LocalDate!, $unitId: ID) { threeLists(memberId: $memberId, week: $week, unitId: $unitId) { ${listFields} } }`,
    { memberId, week, unitId },
  );
  return threeLists;
}

/** The lines of a source, each in a word. */
export const standings = ({ lines }: { lines: Line[] }, source: string) =>
  lines.filter((line) => line.source === source).map(({ title, standing }) => `${title} ${standing ?? ""}`.trim());

export const lineOf = ({ lines }: { lines: Line[] }, source: string, title: string): Line =>
  lines.find((line) => line.source === source && line.title === title)!;

const answerFields = "memberId member isSigned reviewId digest refusal message";

const inputTypes: Record<string, string> = { acceptAllClean: "WeekInput", lookAtWeek: "WeekInput" };

export async function reviewed(client: Client, mutation: string, input: object) {
  const type = inputTypes[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const fields = mutation === "lookAtWeek" ? "" : `{ ${mutation === "signCleanWeeks" ? answerFields : reviewFields} }`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${fields} }`;
  return (await client.run(document, { input: { idempotencyKey: newKey(), ...input } }))[mutation];
}

export const setScheme = (client: Client, mutation: string, input: object) =>
  change(client, mutation, input, "id revision isOfBureau viewerMay startsAt endsAt lists { position title source }");

export async function refusedReview(client: Client, mutation: string, input: object) {
  const type = inputTypes[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const fields = mutation === "signCleanWeeks" ? "{ memberId }" : "{ id }";
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${fields} }`;
  return client.refused(document, { input: { idempotencyKey: newKey(), ...input } });
}

/** On the Wednesday of the week of 2 March 2026. */
export const week = "2026-03-02";
export const nextWeek = "2026-03-09";

export async function layLists(): Promise<ChecklistGround> {
  const ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  goTo("2026-03-04T10:00");
  return ground;
}

/** A task of the officer's seat, due on the day. */
export async function task(
  { dispatcher, grid }: ChecklistGround,
  title: string,
  dueOn: string,
  to: object = { gridId: grid.id },
) {
  const [item] = await act(dispatcher, "issueTask", { title, to: [to], dueOn });
  return item;
}

export const handIn = (client: Client, id: string) => act(client, "submitWork", { id, taskResult: { done: "已完成" } });
