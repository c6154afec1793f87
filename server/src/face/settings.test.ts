import { expect, it } from "vitest";
import { table } from "./progress.ts";
import { projectFolder, readSettings } from "./settings.ts";

it("serves at 4000 on this machine with data beside the code, unless told otherwise", () => {
  expect(readSettings([], {})).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    dataFolder: `${projectFolder}.data`,
    isEmpty: false,
  });
  const told = readSettings(["--empty"], { PORT: "80", HOST: "0.0.0.0", MAPLE_DATA: "/srv/maple", MAPLE_LOG: "warn" });
  expect(told).toMatchObject({ port: 80, host: "0.0.0.0", dataFolder: "/srv/maple", isEmpty: true, logLevel: "warn" });
});

it.each([
  [["--emtpy"], {}, /--emtpy/],
  [[], { PORT: "http" }, /PORT is http/],
  [[], { MAPLE_LOG: "loud" }, /MAPLE_LOG is loud/],
])("refuses what it does not understand: %s %s", (args, env, says) => {
  expect(() => readSettings(args, env)).toThrow(says);
});

it("sets Chinese words in columns", () => {
  expect(
    table([
      ["舞钢", "admin"],
      ["Yanhu", "x"],
    ]),
  ).toBe("  舞钢   admin\n  Yanhu  x");
});
