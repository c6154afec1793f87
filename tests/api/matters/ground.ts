import type { Client } from "../../support/client.ts";
import { act, field, layWork, seat, type WorkGround } from "../work/ground.ts";

export interface MatterGround extends WorkGround {
  /** Of disputes. */
  categoryId: string;
  /** The mediator at the grid. */
  mediator: Awaited<ReturnType<typeof field>>;
}

export async function layMatters(): Promise<MatterGround> {
  const ground = await layWork();
  const mediator = await field(ground.bureau, ground.stationId, { kind: "MEDIATOR" });
  await seat(ground.bureau, ground.grid.id, mediator.memberId, "MEDIATOR");
  const { id: categoryId } = await act(
    ground.bureau.administrator,
    "setMatterCategory",
    { kind: "DISPUTE", code: "NEIGHBOURS", name: "邻里" },
    "id",
  );
  return { ...ground, categoryId, mediator };
}

export const matterFields = /* GraphQL */ `
  id number kind source urgency title description address state outcomeNote endedAt version viewerMay
  category { id name revision }
  grid { id } station { id } firstReceiver { id } registrar { id }
  mergedInto { id } mergedFrom { id }
  contacts { id role isSealed erasedAt viewerMay }
  items { id number kind orderKind state outcome isOpen member { id } parent { id } feedback { __typename } }
  roots { id }
`;

/** A dispute at the ground's grid, received by the colleague. */
export const registered = ({ colleague, categoryId, grid }: MatterGround, input: object = {}, by: Client = colleague) =>
  act(
    by,
    "registerMatter",
    { kind: "DISPUTE", categoryId, source: "WALK_IN", title: "车辆堵住小区大门", gridId: grid.id, ...input },
    matterFields,
  );

export const matterOf = async (client: Client, id: string) =>
  (await client.run(`query ($id: ID!) { node(id: $id) { ... on Matter { ${matterFields} } } }`, { id })).node;

interface Item {
  id: string;
  kind: string;
  state: string;
  isOpen: boolean;
  outcome: string | null;
}
export const openOf = ({ items }: { items: Item[] }) => items.filter(({ isOpen }) => isOpen);
export const receiptOf = (matter: { items: Item[] }) => openOf(matter).find(({ kind }) => kind === "RECEIPT")!;

/** A community order about it to the seat at the grid. */
export const ordered = async ({ dispatcher, grid }: MatterGround, matterId: string, input: object = {}) =>
  (
    await act(
      dispatcher,
      "issueOrder",
      { matterId, orderKind: "COMMUNITY", to: [{ gridId: grid.id }], ...input },
      "id state version",
    )
  )[0] as { id: string; state: string; version: number };
