import { expect, test } from "vitest";
import { headOf, isFound, keyOf, lineIn, ownerFrom, standingOf } from "./line.ts";

const nobody = { duty: null, gridKind: null, level: null, unitKind: null };

test("an owner is made of a head and a part of its grids", () => {
  expect(ownerFrom("DESK")).toEqual({ ...nobody, unitKind: "DESK" });
  expect(ownerFrom("AUXILIARY", "VILLAGE")).toEqual({ ...nobody, duty: "AUXILIARY", gridKind: "VILLAGE" });
  expect(ownerFrom("RESPONSIBLE_OFFICER", "2")).toEqual({ ...nobody, duty: "RESPONSIBLE_OFFICER", level: 2 });
  expect(ownerFrom("DESK", "VILLAGE")).toEqual({ ...nobody, unitKind: "DESK" });
  expect([headOf(ownerFrom("DESK")), headOf(ownerFrom("MEDIATOR", "3"))]).toEqual(["DESK", "MEDIATOR"]);
});

test("what the address says is open names its line, or nothing", () => {
  expect(lineIn("RESPONSIBLE_OFFICER.2/SOLVE")).toEqual({ ...ownerFrom("RESPONSIBLE_OFFICER", "2"), code: "SOLVE" });
  expect(lineIn(keyOf({ owner: "STATION", code: "A" }))).toEqual({ ...ownerFrom("STATION"), code: "A" });
  expect([lineIn("STATION"), lineIn("NOBODY/A"), lineIn("STATION/"), lineIn(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a line is the bureau's, or a station's own: beside the bureau's, in its place or setting it aside", () => {
  const own = { isOfBureau: false, isSetAside: false };
  expect([
    standingOf({ isOfBureau: true, isSetAside: false }, true),
    standingOf(own, false),
    standingOf(own, true),
    standingOf({ ...own, isSetAside: true }, true),
  ]).toEqual(["BUREAU", "OWN", "INSTEAD", "SET_ASIDE"]);
});

test("a line is sought by its title, text and code", () => {
  const line = { title: "矛盾纠纷调解员", text: "每周走访", code: "MEDIATOR" };
  expect(["调解", " 走访", "mediat"].map((sought) => isFound(line, sought))).toEqual([true, true, true]);
  expect(isFound({ ...line, text: null }, "走访")).toBe(false);
});
