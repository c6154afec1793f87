import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, Invalid } from "#kernel/errors";
import { findSeen } from "#kernel/read";
import { record } from "#kernel/record";
import type { SetDutyLineAsideInput } from "./catalogue.inputs.ts";
import { DutyLine } from "./duty-line.types.ts";
import type { LineRow } from "./line.rules.ts";
import { lockCatalogue, putInForce } from "./line.store.ts";
import { authorizeLines, stationWith } from "./station.store.ts";

export function setDutyLineAside(ctx: Context, input: SetDutyLineAsideInput) {
  return inTransaction(ctx, "setDutyLineAside", input, async (tx) => {
    const path = ["input", "id"];
    const asked = await findSeen<Pick<LineRow, "id" | "stationId" | "title">>(tx, DutyLine, input.id, [
      "id",
      "stationId",
      "title",
    ]);
    const { id: stationId } = await stationWith(tx, input.stationId, ["input", "stationId"]);
    authorizeLines(tx, stationId);
    const params = { title: asked.title };
    if (asked.stationId !== null) throw new Invalid([{ path, code: "DUTY_LINE_OF_A_STATION", params }]);
    const lines = await lockCatalogue(tx, [stationId]);
    const line = lines.find(({ id, endsAt }) => id === input.id && endsAt === null);
    if (!line) throw new Conflict([{ path, code: "DUTY_LINE_ENDED", params }]);
    const { ids, deeds } = await putInForce(tx, lines, [{ ...line, stationId, isSetAside: true }]);
    await record(tx, ...deeds);
    return { id: ids[0]! };
  });
}
