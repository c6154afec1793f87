import { newId } from "@maple-bridge/server/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { act } from "../work/ground.ts";
import { layClosed, october, recheck, type RecheckGround } from "./ground.ts";

let ground: RecheckGround;
let drawn: { id: string; rechecks: { id: string; item: { id: string } }[] };
beforeAll(async () => {
  ground = await layClosed(2);
  const { stationId, bureau, chief } = ground;
  await recheck(bureau.administrator, "setRecheckQuota", { stationId, perMonth: 1 });
  drawn = await recheck(chief, "drawRechecks", { stationId, month: october });
});
afterAll(() => void (clock.at = null));

const run = (statement: string) => ground.bureau.sql((sql) => sql.unsafe(statement));

test("a draw is never changed, has the digest of its pool, and is one of its number in its month", async () => {
  await expect(run(`update recheck_draws set seed = '${"0".repeat(64)}' where id = '${drawn.id}'`)).rejects.toThrow(
    "permission denied",
  );
  await expect(run(`delete from recheck_draws where id = '${drawn.id}'`)).rejects.toThrow("permission denied");
  const again = (change: string) =>
    run(`
    insert into recheck_draws select (jsonb_populate_record(d, jsonb_build_object('id', '${newId()}') || '${change}')).* from recheck_draws d
    where id = '${drawn.id}'`);
  await expect(again('{"pool": "other"}')).rejects.toThrow("recheck_draws_digest");
  await expect(again("{}")).rejects.toThrow("recheck_draws_unique");
  await expect(again('{"number": 2}')).rejects.toThrow("recheck_draws_further_with_a_reason");
  await expect(again('{"month": "2026-10-02"}')).rejects.toThrow("recheck_draws_month");
});

test("nobody is put to check what they did or accepted, and what was drawn stays drawn", async () => {
  const { officer, others } = ground;
  const { id } = drawn.rechecks[0]!;
  const turn = (member: string, more = "") =>
    run(`update rechecks set checker_id = '${member}', turn = turn + 1 ${more} where id = '${id}'`);
  await expect(turn(officer.memberId)).rejects.toThrow(/rechecks_of_another|nobody checks what they did/);
  await expect(turn(others[0]!.memberId, ", place = 9")).rejects.toThrow("what was drawn stays drawn");
  await expect(run(`update rechecks set turn = turn - 1 where id = '${id}'`)).rejects.toThrow(
    "what was drawn stays drawn",
  );
});

test("a result is said once; a correction follows it, with a reason; then nobody else is to check it", async () => {
  const { chief, bureau, others } = ground;
  const { id } = drawn.rechecks[0]!;
  const said = (row: object) => {
    const of = { bureauId: bureau.id, id: newId(), recheckId: id, revision: 1, outcome: "CONFIRMED", text: "属实" };
    const by = { checkedAt: new Date(), checkedBy: chief.accountId, checker: "测试" };
    return bureau.sql((sql) => sql`insert into recheck_results ${sql({ ...of, ...by, ...row } as never)}`);
  };
  await expect(said({ revision: 2, reason: "更正" })).rejects.toThrow("a correction without a result before it");
  await said({});
  await expect(said({})).rejects.toThrow("recheck_results_revision_unique");
  await expect(said({ revision: 2 })).rejects.toThrow("recheck_results_corrected_with_a_reason");
  await expect(run(`update recheck_results set text = '不实' where recheck_id = '${id}'`)).rejects.toThrow(
    "permission denied",
  );
  const next = `update rechecks set checker_id = '${others[0]!.memberId}', turn = turn + 1 where id = '${id}'`;
  await expect(run(next)).rejects.toThrow("it has been checked");
});

test("what work and matters were is only ever appended", async () => {
  const { chief, colleague, dispatcher, grid } = ground;
  const [item] = await act(dispatcher, "issueTask", { title: "改派", to: [{ gridId: grid.id }] });
  await act(chief, "readdressWork", { id: item.id, to: { memberId: colleague.memberId }, reason: "换人" });
  await expect(run(`update work_pasts set duty = 'MEDIATOR' where item_id = '${item.id}'`)).rejects.toThrow(
    "permission denied",
  );
  await expect(run(`delete from work_pasts where item_id = '${item.id}'`)).rejects.toThrow("permission denied");
});
