import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { chiefOf, retire, setLine, titlesOf } from "./ground.ts";

let bureau: Bureau;
let administrator: SignedIn;
let stationId: string;
beforeAll(async () => {
  bureau = await makeBureau();
  ({ administrator } = bureau);
  stationId = await makeStation(bureau);
});

const week = { from: "2026-03-02T00:00:00+08:00", to: "2026-03-09T00:00:00+08:00" };
const at = (day: string) => `2026-03-${day}T00:00:00+08:00`;

const lay = async (table: string, row: object) => {
  const id = newId();
  await bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id, ...row }));
  return id;
};

/** A revision over [from, to) of days of March. */
const lineOver = (from: string, to: string | null, row: { code: string; title: string; [more: string]: unknown }) =>
  lay("duty_lines", {
    ...{ duty: "AUXILIARY", revision: 1, position: 1, isSetAside: false, isOurs: false },
    ...{ startsAt: at(from), endsAt: to && at(to) },
    ...row,
  });

const seatOver = (gridId: string, memberId: string, from: string, to: string | null) =>
  lay("assignments", { gridId, memberId, duty: "AUXILIARY", startsAt: at(from), endsAt: to && at(to) });

/** The lines of the seats that the member held. */
async function carried(by: SignedIn, memberId: string, span: object = week): Promise<string[]> {
  const { node } = await by.run(
    `query ($id: ID!, $from: DateTime, $to: DateTime) { node(id: $id) { ... on Member { carriedDuties(from: $from, to: $to) { line { title } assignment { id } } } } }`,
    { id: memberId, ...span },
  );
  const titles: string[] = node.carriedDuties.map(({ line }: { line: { title: string } }) => line.title);
  return titles.sort();
}

const auxiliary = async () => (await makeMember(bureau, stationId, { kind: "AUXILIARY" })).id;

test("a past moment gives what stood then, of the bureau and of the station", async () => {
  await lineOver("01", "10", { code: "A", title: "旧" });
  await lineOver("10", null, { code: "A", title: "新", revision: 2 });
  await lineOver("05", "12", { code: "A", title: "本所", stationId });
  const then = (day: string) => titlesOf(administrator, stationId, { at: at(day) });
  expect(await Promise.all(["04", "05", "11", "12"].map(then))).toEqual([["旧"], ["本所"], ["本所"], ["新"]]);
  expect(await titlesOf(administrator, undefined, { at: at("04") })).toEqual(["旧"]);
  expect(await titlesOf(administrator, stationId, { at: "2026-02-01T00:00:00+08:00" })).toEqual([]);
});

test("every revision of a line is told, the newest first, with its time", async () => {
  const line = await setLine(administrator, { code: "R", title: "一" });
  await setLine(administrator, { code: "R", title: "二" });
  await setLine(administrator, { code: "R", title: "本所", stationId });
  await retire(administrator, await setLine(administrator, { code: "R", title: "三" }));
  const revisions = async (variables: object, by = administrator) =>
    (
      await by.run(
        `query ($unitId: ID, $gridKind: GridKind, $code: String!) { dutyLineRevisions(code: $code, duty: AUXILIARY, gridKind: $gridKind, unitId: $unitId) { title revision isOfBureau startsAt endsAt history { action } } }`,
        { code: " r ", ...variables },
      )
    ).dutyLineRevisions;
  const own = (await revisions({ unitId: stationId })).map(({ title }: { title: string }) => title);
  expect(own.toSorted()).toEqual(["一", "三", "二", "本所"]);
  const bureaus = await revisions({});
  expect(
    bureaus.map(({ title, revision, endsAt }: { title: string; revision: number; endsAt: string }) => [
      title,
      revision,
      endsAt !== null,
    ]),
  ).toEqual([
    ["三", 3, true],
    ["二", 2, true],
    ["一", 1, true],
  ]);
  expect(bureaus[2].endsAt).toBe(bureaus[1].startsAt);
  expect(await revisions({ gridKind: "VILLAGE" })).toEqual([]);
  const elsewhere = await chiefOf(bureau, await makeStation(bureau));
  expect((await revisions({ unitId: stationId }, elsewhere)).length).toBe(3);
  expect(line.code).toBe("R");
});

test("what a member carried in a week follows from the seats held in it, whoever holds them now", async () => {
  const code = "W";
  const there = await makeStation(bureau);
  const grid = await makeGrid(bureau, there);
  const [before, after] = [await auxiliary(), await auxiliary()];
  await seatOver(grid.id, before, "01", "05");
  await seatOver(grid.id, after, "05", null);
  await lineOver("01", "04", { code, title: "周初", stationId: there });
  await lineOver("04", null, { code, title: "周中起", stationId: there, revision: 2 });
  await lineOver("09", null, { code: "LATER", title: "下周", stationId: there });
  await lineOver("01", null, { code: "OTHER", title: "别的职务", stationId: there, duty: "MEDIATOR" });
  const own = (titles: string[]) => titles.filter((title) => title !== "旧");
  expect(own(await carried(administrator, before))).toEqual(["周中起", "周初"]);
  expect(own(await carried(administrator, after))).toEqual(["周中起"]);
  expect(own(await carried(administrator, before, { from: at("04") }))).toEqual(["周中起"]);
  expect(await carried(administrator, before, { from: at("05") })).toEqual([]);
});

test("the bureau's line is carried but where the station had one in its place all the while", async () => {
  const there = await makeStation(bureau);
  const member = await auxiliary();
  await seatOver((await makeGrid(bureau, there)).id, member, "01", null);
  await lineOver("01", null, { code: "P", title: "局：部分代替" });
  await lineOver("03", "06", { code: "P", title: "所：部分代替", stationId: there });
  await lineOver("01", null, { code: "Q", title: "局：全程代替" });
  await lineOver("01", "05", { code: "Q", title: "所：前半", stationId: there });
  await lineOver("05", null, { code: "Q", title: "所：后半", stationId: there, revision: 2 });
  await lineOver("01", null, { code: "S", title: "局：搁置" });
  await lineOver("01", null, { code: "S", title: "局：搁置", stationId: there, isSetAside: true });
  const titles = (await carried(administrator, member)).filter((title) => /：/.test(title));
  expect(titles).toEqual(["局：部分代替", "所：前半", "所：后半", "所：部分代替"]);
});

test("a line for a kind of grid or a level is carried at those grids alone, as they were then", async () => {
  const there = await makeStation(bureau);
  const [scenic, enterprise] = [
    await makeGrid(bureau, there, { kind: "SCENIC", level: 2 }),
    await makeGrid(bureau, there),
  ];
  const [atScenic, atEnterprise] = [await auxiliary(), await auxiliary()];
  await seatOver(scenic.id, atScenic, "01", null);
  await seatOver(enterprise.id, atEnterprise, "01", null);
  await lineOver("01", null, { code: "K", title: "景区", stationId: there, gridKind: "SCENIC" });
  await lineOver("01", null, { code: "K", title: "二级", stationId: there, level: 2 });
  await lineOver("01", null, { code: "K", title: "三级", stationId: there, level: 3 });
  const own = async (memberId: string) =>
    (await carried(administrator, memberId)).filter((title) => /^(景区|二级|三级)$/.test(title));
  expect(await own(atScenic)).toEqual(["二级", "景区"]);
  expect(await own(atEnterprise)).toEqual(["三级"]);
});
