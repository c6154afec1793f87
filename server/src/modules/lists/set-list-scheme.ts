import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { SetListSchemeInput } from "./lists.inputs.ts";
import { authorizeScheme, putSchemeInForce, type SchemeDraft, schemePlace } from "./scheme.store.ts";

const listsOfAScheme = 3;

export function setListScheme(ctx: Context, input: SetListSchemeInput) {
  return inTransaction(ctx, "setListScheme", input, async (tx) => {
    const stationId = await schemePlace(tx, input.stationId);
    authorizeScheme(tx, stationId);
    const { id, deeds } = await putSchemeInForce(tx, stationId, draftOf(input));
    await record(tx, ...deeds);
    return { id };
  });
}

function draftOf({ lists }: SetListSchemeInput): SchemeDraft {
  const faults: FieldFault[] = [];
  const path = ["input", "lists"];
  if (lists.length !== listsOfAScheme) faults.push({ path, code: "LIST_SCHEME_THREE" });
  const titles = lists.map(
    ({ title }, index) => checkText(faults, [...path, index, "title"], title, { required: true, most: 20 }) ?? "",
  );
  const sources = lists.map(({ source }) => source);
  for (const [index, source] of sources.entries())
    if (sources.indexOf(source) < index)
      faults.push({ path: [...path, index, "source"], code: "LIST_SCHEME_SOURCE_TWICE" });
  assertValid(faults);
  return { titles, sources };
}
