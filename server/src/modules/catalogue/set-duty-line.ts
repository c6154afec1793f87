import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkCode, checkText } from "#kernel/text";
import type { SetDutyLineInput } from "./catalogue.inputs.ts";
import {
  dutyUnit,
  faultsOfOwner,
  type LineDraft,
  type LineRow,
  type Owner,
  ownerOf,
  standingOf,
} from "./line.rules.ts";
import { lockCatalogue, putInForce } from "./line.store.ts";
import { authorizeLines, placeOf } from "./station.store.ts";

const codeShape = /^[A-Z0-9_-]{1,30}$/;
const mostPosition = 999;

export function setDutyLine(ctx: Context, input: SetDutyLineInput) {
  return inTransaction(ctx, "setDutyLine", input, async (tx) => {
    const stationId = await placeOf(tx, input.stationId);
    authorizeLines(tx, stationId);
    const lines = await lockCatalogue(tx, stationId === null ? [] : [stationId]);
    const { ids, deeds } = await putInForce(tx, lines, [draftOf(input, stationId, lines)]);
    await record(tx, ...deeds);
    return { id: ids[0]! };
  });
}

function draftOf(input: SetDutyLineInput, stationId: string | null, lines: readonly LineRow[]): LineDraft {
  const { duty = null, gridKind = null, level = null, unitKind = null, code } = input;
  const faults: FieldFault[] = faultsOfOwner({ duty, gridKind, level, unitKind });
  const owner = { duty, gridKind, level, unitKind: dutyUnit(unitKind) };
  if (!codeShape.test(code)) faults.push({ path: ["input", "code"], code: "DUTY_LINE_CODE" });
  checkCode(faults, ["input", "code"], code);
  const title = checkText(faults, ["input", "title"], input.title, { required: true, most: 60 });
  const text = checkText(faults, ["input", "text"], input.text, { most: 500 });
  const position = input.position ?? placeAmong(lines, { ...owner, stationId, code });
  if (position < 0 || position > mostPosition)
    faults.push({ path: ["input", "position"], code: "OUT_OF_RANGE", params: { least: 0, most: mostPosition } });
  assertValid(faults);
  const words = { title: title!, text, serves: input.serves ?? null, position };
  return { ...owner, stationId, code, ...words, isSetAside: false, isOurs: false };
}

/** Where the line stands, or the bureau's in whose place it comes, else after the last. */
function placeAmong(lines: readonly LineRow[], line: Owner & Pick<LineDraft, "stationId" | "code">): number {
  const ofOwner = [line.stationId, null]
    .flatMap((stationId) => standingOf(lines, stationId))
    .filter((each) => ownerOf(each) === ownerOf(line));
  const last = Math.max(0, ...ofOwner.map(({ position }) => position));
  return ofOwner.find(({ code }) => code === line.code)?.position ?? Math.min(last + 1, mostPosition);
}
