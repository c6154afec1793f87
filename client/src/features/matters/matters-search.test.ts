import { expect, test } from "vitest";
import { matterFilterOf, mattersSearch } from "./matters-search.ts";

const asked = (search: Record<string, string>) => {
  const stated = Object.entries(matterFilterOf(mattersSearch(search))).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated);
};

test("an address asks for kinds, categories, methods and whole days in China", () => {
  expect(asked({ kind: "DISPUTE", state: "SETTLED", from: "2026-05-01", to: "2026-05-31" })).toEqual({
    kind: ["DISPUTE"],
    state: ["SETTLED"],
    happenedFrom: "2026-05-01T00:00:00+08:00",
    happenedBefore: "2026-06-01T00:00:00+08:00",
  });
  expect(asked({ category: "HELP,DOGS", method: "FAMILY_HARMONY,WARM_FEELING", endedTo: "2026-11-21" })).toEqual({
    categoryCodes: ["HELP", "DOGS"],
    method: ["FAMILY_HARMONY", "WARM_FEELING"],
    endedBefore: "2026-11-22T00:00:00+08:00",
  });
});

test("what no address can mean is left out", () => {
  expect(asked({ foundFrom: "2026-05-01", foundTo: "2026-05-31", once: "1" })).toEqual({
    state: ["OPEN", "SETTLED", "NOT_SETTLED"],
    registeredFrom: "2026-05-01T00:00:00+08:00",
    registeredBefore: "2026-06-01T00:00:00+08:00",
  });
  expect(asked({ kind: "ANYTHING", method: "ANYTHING", from: "yesterday" })).toEqual({ method: [] });
});
