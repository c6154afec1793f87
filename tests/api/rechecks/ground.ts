import { type Client, newKey } from "../../support/client.ts";
import { act, field, itemOf, keepSignedIn, layWork, type WorkGround } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";

export interface RecheckGround extends WorkGround {
  /** Officers who have done none of it. */
  others: Awaited<ReturnType<typeof field>>[];
}

export const recheckFields = `id month place round closedOn turn outcome checkedAt viewerMay doneBy { id } checker { id } item { id number title viewerMay }
  results { revision outcome text reason checker rectification { id state title dueOn parent { id } grid { id } duty } } evidence { id isOfRecheck } draw { id }`;
export const drawFields = `id month number asked drawn candidates checkers passedOver seed digest pool drawer reason rechecks { ${recheckFields} }`;

/** Tasks that the officer has handed in and the chief has accepted in October. */
export async function layClosed(count: number, others = 2): Promise<RecheckGround> {
  const ground = await layWork();
  await keepSignedIn(ground.bureau);
  const more = await Promise.all(Array.from({ length: others }, () => field(ground.bureau, ground.stationId)));
  goTo("2026-10-14T10:00");
  for (let index = 0; index < count; index++) await closeTask(ground, `走访 ${index}`);
  goTo("2026-11-02T09:00");
  return { ...ground, others: [ground.colleague, ...more] };
}

export async function closeTask({ dispatcher, officer, chief, grid }: WorkGround, title: string) {
  const [{ id }] = await act(dispatcher, "issueTask", { title, to: [{ gridId: grid.id }], dueOn: "2026-10-16" });
  await act(officer, "submitWork", { id, taskResult: { done: "已走访" } });
  await act(chief, "closeWork", { id, expectedVersion: (await itemOf(chief, id)).version });
  return id;
}

const typeOf = (mutation: string) => `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
const givesOf = (mutation: string) =>
  mutation === "drawRechecks" ? drawFields : mutation === "setRecheckQuota" ? "id perMonth" : recheckFields;

export async function recheck(client: Client, mutation: string, input: object) {
  const document = `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { ${givesOf(mutation)} } }`;
  return (await client.run(document, { input: { idempotencyKey: newKey(), ...input } }))[mutation];
}

export const refusedRecheck = (client: Client, mutation: string, input: object) =>
  client.refused(`mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), ...input },
  });

export async function rechecksOf(client: Client, filter: object = {}) {
  const { rechecks } = await client.run(
    `query ($filter: RecheckFilter) { rechecks(filter: $filter, first: 50) { totalCount nodes { ${recheckFields} } } }`,
    { filter },
  );
  return rechecks;
}

export const october = "2026-10-01";
