import type { Bureau } from "../../support/bureau.ts";
import { makeGrid, makeMember } from "../grids/ground.ts";
import type { Case } from "./actions-to-try.ts";
import { anyRowIn, makeAccount, node } from "./rows-to-act-on.ts";

const expectedVersion = 1_000;
const update = (id: string) => ({ id, expectedVersion });
let codes = 0;

export const makeCategory = (bureau: Bureau, row: object = {}) =>
  anyRowIn(bureau, "matter_categories", {
    kind: "DISPUTE",
    code: `TRIED-${++codes}`,
    revision: 1,
    name: "邻里",
    nameInitials: "ll",
    position: 1,
    startsAt: new Date("2026-01-01T00:00:00Z"),
    ...row,
  });

export async function makeMatter(bureau: Bureau, stationId: string, row: object = {}) {
  const at = new Date();
  return anyRowIn(bureau, "matters", {
    number: `TRIED-${++codes}`,
    kind: "DISPUTE",
    categoryId: await makeCategory(bureau),
    source: "PATROL",
    urgency: "ORDINARY",
    title: "噪音",
    stationId,
    address: "人民路",
    happenedAt: at,
    registeredAt: at,
    registeredBy: await makeAccount(bureau),
    firstReceiverId: (await makeMember(bureau, stationId)).id,
    ...row,
  });
}

async function ofMatter(bureau: Bureau, stationId: string): Promise<Case> {
  const [id, grid] = [await makeMatter(bureau, stationId), await makeGrid(bureau, stationId)];
  return {
    row: node("Matter", id),
    commands: {
      UPDATE_MATTER: ["updateMatter", update(id)],
      MOVE_MATTER: ["moveMatter", { ...update(id), gridId: grid.id }],
      MERGE_MATTERS: ["mergeMatters", { fromId: id, intoId: id, openItems: "MOVE" }],
      SETTLE_MATTER: ["settleMatter", { ...update(id), outcome: "SETTLED", outcomeNote: "" }],
      ADD_SEALED_CONTACT: ["addSealedContact", { matterId: id, role: "OTHER", contact: "" }],
    },
  };
}

async function ofContact(bureau: Bureau, stationId: string): Promise<Case> {
  const matterId = await makeMatter(bureau, stationId);
  const id = await anyRowIn(bureau, "sealed_contacts", { matterId, role: "CALLER", sealed: Buffer.alloc(40) });
  return {
    row: node("SealedContact", id),
    commands: { OPEN_SEALED_CONTACT: ["openSealedContact", { id, reason: "" }] },
  };
}

export const wrongCategory = { kind: "HAZARD", code: "?", name: "" };

export const casesOfMatters = async (bureau: Bureau, stations: readonly string[]): Promise<Case[]> => {
  const category = await makeCategory(bureau);
  return [
    ...(await Promise.all(stations.flatMap((each) => [ofMatter(bureau, each), ofContact(bureau, each)]))),
    {
      row: node("MatterCategory", category),
      commands: {
        SET_MATTER_CATEGORY: ["setMatterCategory", wrongCategory],
        RETIRE_MATTER_CATEGORY: ["retireMatterCategory", update(category)],
      },
    },
  ];
};

/** Nobody is named to receive it, or it has no title. */
export const wrongMatter = async (bureau: Bureau, stationId: string) => ({
  kind: "DISPUTE",
  categoryId: await makeCategory(bureau),
  source: "PATROL",
  title: "",
  stationId,
});

/** What is refused of a matter that has ended, and what is said. */
export const refusedOnceEnded = (
  id: string,
  intoId: string,
): Record<string, [mutation: string, input: object, said: string]> => ({
  UPDATE_MATTER: ["updateMatter", update(id), "MATTER_ENDED"],
  MOVE_MATTER: ["moveMatter", { ...update(id), gridId: intoId }, "MATTER_ENDED"],
  MERGE_MATTERS: ["mergeMatters", { fromId: id, intoId, openItems: "MOVE" }, "MATTER_ENDED"],
  SETTLE_MATTER: ["settleMatter", { ...update(id), outcome: "SETTLED", outcomeNote: "好" }, "MATTER_ENDED"],
  ADD_SEALED_CONTACT: ["addSealedContact", { matterId: id, role: "OTHER", contact: "1" }, "MATTER_ENDED"],
});
