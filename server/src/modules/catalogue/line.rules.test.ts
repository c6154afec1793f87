import fc from "fast-check";
import { expect, test } from "vitest";
import { DutyPreset } from "./catalogue.enums.ts";
import { linesOf } from "./duty-presets.ts";
import { copyOf, faultsOfOwner, keyOf, type LineDraft, type LineRow, ownerOf, stepsTo } from "./line.rules.ts";

const nobody = { duty: null, gridKind: null, level: null, unitKind: null };

const draft = (more: Partial<LineDraft>): LineDraft => ({
  ...nobody,
  duty: "AUXILIARY",
  stationId: null,
  code: "A",
  title: "甲",
  text: null,
  serves: null,
  position: 1,
  isSetAside: false,
  isOurs: false,
  ...more,
});

const row = (more: Partial<LineRow>): LineRow => ({
  ...draft(more),
  id: "1",
  revision: 1,
  endsAt: null,
  version: 1,
  ...more,
});

test("an owner in one word is as the database puts it together", () => {
  expect(ownerOf({ ...nobody, duty: "AUXILIARY", gridKind: "VILLAGE" })).toBe("AUXILIARY.VILLAGE");
  expect(ownerOf({ ...nobody, duty: "RESPONSIBLE_OFFICER", level: 2 })).toBe("RESPONSIBLE_OFFICER.2");
  expect(ownerOf({ ...nobody, unitKind: "DESK" })).toBe("DESK");
});

test("what stands is kept, whoever's wording it is; what is over is begun anew after its last revision", () => {
  const lines = [row({ revision: 4, isOurs: true }), row({ id: "2", code: "B", revision: 2, endsAt: new Date(0) })];
  const steps = stepsTo(lines, [draft({}), draft({ title: "乙" }), draft({ code: "B" }), draft({ code: "C" })]);
  expect(steps.map(({ isKept, revision, current }) => [isKept, revision, current?.id])).toEqual([
    [true, 5, "1"],
    [false, 5, "1"],
    [false, 3, undefined],
    [false, 1, undefined],
  ]);
});

test("a copy leaves a station with just the model's own lines, whatever both had", () => {
  const codes = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E"));
  fc.assert(
    fc.property(codes, codes, fc.boolean(), (ofModel, ofStation, isSetAside) => {
      const own = (stationId: string, some: readonly string[], title: string) =>
        some.map((code) => row({ id: `${stationId}${code}`, stationId, code, title, isSetAside }));
      const lines = [...own("model", ofModel, "样板"), ...own("station", ofStation, "本所"), row({ code: "Z" })];
      const { drafts, ended } = copyOf(lines, "model", "station");
      expect(drafts.map(({ code, stationId, title }) => [code, stationId, title])).toEqual(
        ofModel.map((code) => [code, "station", "样板"]),
      );
      expect(ended.map(({ code }) => code)).toEqual(ofStation.filter((code) => !ofModel.includes(code)));
    }),
  );
});

test("the presets' lines are each of an owner that is right, with a code and a place of their own", () => {
  const lines = Object.values(DutyPreset).flatMap(linesOf);
  expect(lines.flatMap(faultsOfOwner)).toEqual([]);
  const keys = lines.map((line) => keyOf({ ...line, stationId: null }));
  expect(new Set(keys).size).toBe(keys.length);
  const places = lines.map((line) => `${ownerOf(line)} ${line.position}`);
  expect(new Set(places).size).toBe(places.length);
});
