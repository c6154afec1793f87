import fc from "fast-check";
import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";

/** Days of March, from the first: [from, to). */
interface Days {
  from: number;
  to: number;
}

const lastDay = 12;
const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T00:00:00+08:00`;
const span = fc
  .tuple(fc.integer({ min: 1, max: lastDay - 1 }), fc.integer({ min: 1, max: lastDay }))
  .map(([from, length]): Days => ({ from, to: Math.min(lastDay, from + length) }));

/** Periods one after another, with gaps between them or without; some of a station's own set the line aside. */
const revisions = fc
  .array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 }), fc.boolean()), { maxLength: 4 })
  .map((parts) => {
    let end = 1;
    return parts.map(([gap, length, isSetAside]) => {
      const from = end + gap;
      end = from + length;
      return { from, to: end, isSetAside };
    });
  });

const holds = ({ from, to }: Days, day: number) => from <= day && day < to;
const days = (of: Days) => Array.from({ length: of.to - of.from }, (_, index) => of.from + index);

test("what was carried in a span is what was carried on one of its days", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const grid = await makeGrid(bureau, stationId);
  const lay = (table: string, row: object) =>
    bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id: newId(), ...row }));
  const line = { duty: "AUXILIARY", position: 1, isOurs: false };
  let codes = 0;
  await fc.assert(
    fc.asyncProperty(span, span, revisions, revisions, async (asked, seat, bureaus, own) => {
      const code = `C${++codes}`;
      const { id: memberId } = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
      await lay("assignments", {
        gridId: grid.id,
        memberId,
        duty: "AUXILIARY",
        startsAt: at(seat.from),
        endsAt: at(seat.to),
      });
      const rows = [
        ...bureaus.map((each) => ({ ...each, isSetAside: false, stationId: null })),
        ...own.map((each) => ({ ...each, stationId })),
      ];
      const titled = rows.map((row, index) => Object.assign(row, { title: `${code} ${index}` }));
      for (const [revision, { from, to, ...row }] of titled.entries())
        await lay("duty_lines", { ...line, ...row, code, revision, startsAt: at(from), endsAt: at(to) });
      const { node } = await bureau.administrator.run(
        `query ($id: ID!, $from: DateTime, $to: DateTime) { node(id: $id) { ... on Member { carriedDuties(from: $from, to: $to) { line { title } } } } }`,
        { id: memberId, from: at(asked.from), to: at(asked.to) },
      );
      const told = node.carriedDuties.map((each: { line: { title: string } }) => each.line.title);
      const isInPlace = (day: number) => own.some((each) => holds(each, day));
      const carried = titled.filter(
        (each) =>
          !each.isSetAside &&
          days(asked).some(
            (day) => holds(seat, day) && holds(each, day) && (each.stationId !== null || !isInPlace(day)),
          ),
      );
      expect(told.filter((title: string) => title.startsWith(`${code} `)).sort()).toEqual(
        carried.map(({ title }) => title).sort(),
      );
    }),
    { numRuns: 60 },
  );
});
