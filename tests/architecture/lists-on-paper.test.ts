import fc from "fast-check";
import "@maple-bridge/server/modules";
import { paperOf } from "@maple-bridge/server/modules/lists";
import { test } from "vitest";
import { columnsOf, type Line } from "../../client/src/features/review/columns.ts";

const sources = ["DUTIES", "OPEN_MATTERS", "WORK_DUE", "ACHIEVEMENTS"] as const;

const lines = fc
  .array(fc.record({ source: fc.constantFrom(...sources), needsAWord: fc.boolean() }), { maxLength: 12 })
  .map((some) => some.map((each, index) => Object.assign({ key: String(index), title: String(index) }, each)));
const scheme = fc.option(
  fc.shuffledSubarray([...sources], { minLength: 3, maxLength: 3 }).map((three) => ({
    lists: three.map((source, index) => ({ source, title: `第 ${index + 1} 张` })),
  })),
);

const made = {
  say: (word: string) => (word === "page" ? "\0 \0" : word.replace(/^source\./, "")),
  by: "",
  atText: (moment: string) => moment,
  dayAfter: (day: string) => day,
  now: "",
  pictures: undefined,
};

const week = { week: "", weekName: "", member: null, station: { name: "" }, review: null };
const told = (titles: readonly string[], keys: readonly (readonly string[])[]) => JSON.stringify([titles, keys]);

test("A92: paper has the lists and the lines of the screen, in the same order", () => {
  fc.assert(
    fc.property(lines, scheme, (some, named) => {
      const screen = columnsOf<Line>(some as never, named?.lists, () => false);
      const paper = paperOf({ ...week, lines: some as never, scheme: named }, null, made).lists;
      const shown = told(
        screen.map(({ title, source }) => title ?? source),
        screen.map((list) => list.lines.map(({ key }) => key)),
      );
      const printed = told(
        paper.map(({ title }) => title),
        paper.map(({ rows }) => rows.map(({ what }) => what)),
      );
      return shown === printed;
    }),
  );
});
