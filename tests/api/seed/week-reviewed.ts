import { photo, send } from "../evidence/sending.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, lineOf, listsOf, reviewed, setScheme, task, week } from "../lists/ground.ts";

/** Each command of the week's review that the demo tells of, once; gives the bureau. */
export async function reviewWeek() {
  const ground = await layLists();
  const { bureau, chief, officer, stationId } = ground;
  const of = { memberId: officer.memberId, week };
  await setScheme(bureau.administrator, "applyListSchemePreset", { stationId, preset: "SET_B" });
  for (const title of ["虚构甲", "虚构乙"]) {
    const { id } = await task(ground, title, "2026-03-06");
    await send(ground, officer, id, await photo());
    await handIn(officer, id);
  }
  goTo("2026-03-09T09:00");
  const keyOf = async (title: string) => lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", title).key;
  await reviewed(chief, "acceptLines", { ...of, lines: [{ key: await keyOf("虚构甲") }] });
  await reviewed(chief, "returnLine", { ...of, line: { key: await keyOf("虚构乙") }, reason: "虚构理由" });
  await reviewed(chief, "commentOnLine", { ...of, text: "虚构意见" });
  await reviewed(chief, "signWeek", of);
  return bureau;
}
