import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { digestOf, evidenceOf, faultOf, photo, send } from "../evidence/sending.ts";
import { act } from "../work/ground.ts";
import { layClosed, october, recheck, type RecheckGround, refusedRecheck } from "./ground.ts";

let ground: RecheckGround;
beforeAll(async () => {
  ground = await layClosed(1);
});
afterAll(() => void (clock.at = null));

test("who checks brings photos of their own to the closed work, until the result is said; whoever did it brings none", async () => {
  const { chief, officer, others, stationId } = ground;
  const drawn = await recheck(chief, "drawRechecks", { stationId, month: october });
  const [{ item, checker: who }] = drawn.rechecks;
  const checker = others.find(({ memberId }) => memberId === who.id)!;
  const [bytes, later] = [await photo({ width: 120 }), await photo({ width: 200 })];
  const refused = { faults: [["workItemId", "WORK_NOT_NOW"]] };
  expect(faultOf(await send(ground, officer, item.id, bytes))).toMatchObject(refused);
  expect((await send(ground, checker, item.id, bytes)).status).toBe(200);
  const announced = await act(checker, "announceEvidence", { itemId: item.id, sentDigests: [digestOf(later)] }, "id");
  const said = { id: item.id, outcome: "CONFIRMED", text: "照片与反馈一致" };
  const early = await refusedRecheck(checker, "recheckWork", said);
  expect(early.fields.map(({ code }: { code: string }) => code)).toEqual(["EVIDENCE_MISSING"]);
  await act(checker, "removeEvidence", { id: announced[0].id }, "id");
  const done = await recheck(checker, "recheckWork", said);
  expect(done.evidence).toMatchObject([{ isOfRecheck: true }]);
  const [kept] = await evidenceOf(checker, item.id);
  expect(kept.viewerMay).toEqual([]);
  expect(faultOf(await send(ground, checker, item.id, later))).toMatchObject(refused);
});
