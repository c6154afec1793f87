import { dayOf } from "@maple-bridge/server/kernel/day";
import type { Page } from "playwright-core";
import { makeDivision, makeGrid, makeMember, makeStation } from "../api/grids/ground.ts";
import { makeRecheck } from "../api/auth/actions-on-rechecks.ts";
import { makeRuns, published, visit } from "../api/checklists/ground.ts";
import { act, field, seat } from "../api/work/ground.ts";
import { type Bureau, makeBureau } from "./bureau.ts";
import { openWorkbench, signedIn } from "./enter.ts";

/** Two matters of a category of the preset. */
async function register(bureau: Bureau, { gridId, memberId }: { gridId: string; memberId: string }) {
  const { matterCategories } = await bureau.administrator.run(`query { matterCategories(kind: DISPUTE) { id } }`);
  const categoryId: string = matterCategories[0].id;
  for (const title of ["相邻排水", "停车占道"])
    await act(
      bureau.administrator,
      "registerMatter",
      { kind: "DISPUTE", categoryId, source: "VISIT", title, gridId, firstReceiverId: memberId },
      "id",
    );
}

/** A page on which every list has rows. */
export const filledLists = async (): Promise<Page> => (await filledBureau()).page;

export async function filledBureau() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "城东派出所" });
  await makeMember(bureau, stationId);
  await makeMember(bureau, stationId);
  const { id: gridId } = await makeGrid(bureau, stationId);
  for (const title of ["入户宣传", "消防检查"])
    await act(bureau.administrator, "issueTask", { title, to: [{ gridId }] }, "id");
  await act(bureau.administrator, "applyMatterCategoryPreset", { preset: "DISPUTES" }, "id");
  await act(bureau.administrator, "applyDutyPreset", { preset: "SIX_ROLES" }, "id");
  await act(bureau.administrator, "applyChecklistPreset", { preset: "PLACES" }, "id");
  const { memberId } = await field(bureau, stationId);
  await register(bureau, { gridId, memberId });
  for (const each of [gridId, (await makeGrid(bureau, stationId)).id]) await seat(bureau, each, memberId);
  const content = {
    startsOn: dayOf(new Date()),
    recurrence: "FREQ=DAILY",
    owers: visit.owers,
    items: visit.items.slice(0, 1),
  };
  await published(bureau.administrator, { content });
  await makeRuns(bureau);
  for (const title of ["宣传", "走访"]) await makeRecheck(bureau, stationId, { title });
  await makeDivision(bureau, { name: "赵村", code: "410481101201" });
  await makeDivision(bureau, { name: "钱村", code: "410481101202" });
  const page = await signedIn(bureau);
  await openWorkbench(page);
  return { page, bureau, stationId };
}
