import { expect, test } from "vitest";
import { roleFaults } from "./role.rules.ts";

const [root, station] = ["root", "station"];
const codes = (added: Parameters<typeof roleFaults>[1], held: Parameters<typeof roleFaults>[2] = []) =>
  roleFaults(
    added.map((_grant, index) => [index]),
    added,
    held,
  ).map(({ code, path }) => `${path.join(".")} ${code}`);

test("administrator and auditor stay apart, whichever comes first and over whatever units", () => {
  expect(codes([{ role: "AUDITOR", unitId: station }], [{ role: "BUREAU_ADMINISTRATOR", unitId: root }])).toEqual([
    "0 ADMINISTRATOR_AND_AUDITOR",
  ]);
  expect(
    codes([
      { role: "AUDITOR", unitId: root },
      { role: "BUREAU_ADMINISTRATOR", unitId: station },
    ]),
  ).toEqual(["1 ADMINISTRATOR_AND_AUDITOR"]);
});

test("several roles over several units are held, each once", () => {
  const held = { role: "STATION_CHIEF", unitId: station } as const;
  expect(
    codes(
      [
        { role: "STATION_CHIEF", unitId: root },
        { role: "AUDITOR", unitId: root },
      ],
      [held],
    ),
  ).toEqual([]);
  expect(codes([held], [held])).toEqual(["0 ROLE_HELD_ALREADY"]);
});
