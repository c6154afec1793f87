import { inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { findSeen } from "#kernel/read";
import { record } from "#kernel/record";
import type { RetireDutyLineInput } from "./catalogue.inputs.ts";
import { DutyLine } from "./duty-line.types.ts";
import type { LineRow } from "./line.rules.ts";
import { endLines, lineRetired, lockCatalogue } from "./line.store.ts";
import { authorizeLines } from "./station.store.ts";

type Asked = Pick<LineRow, "id" | "stationId" | "title">;

export function retireDutyLine(ctx: Context, input: RetireDutyLineInput) {
  return inTransaction(ctx, "retireDutyLine", input, async (tx) => {
    const asked = await findSeen<Asked>(tx, DutyLine, input.id, ["id", "stationId", "title"]);
    authorizeLines(tx, asked.stationId);
    const lines = await lockCatalogue(tx, asked.stationId === null ? [] : [asked.stationId]);
    const line = lines.find(({ id, endsAt }) => id === asked.id && endsAt === null);
    if (!line) throw new Conflict([{ path: ["input", "id"], code: "DUTY_LINE_ENDED", params: { title: asked.title } }]);
    assertVersion(line, input);
    await endLines(tx, [line.id]);
    await record(tx, lineRetired(line, tx.now));
    return { id: line.id };
  });
}
