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

it("keeps photos in the data folder, or in the bucket that it is told of", () => {
  expect(readSettings([], { MAPLE_DATA: "/srv/maple" }).files).toEqual({ folder: "/srv/maple/files" });
  const keys = { MAPLE_S3_ACCESS_KEY_ID: "a", MAPLE_S3_SECRET_ACCESS_KEY: "b" };
  const told = { MAPLE_S3_BUCKET: "photos", MAPLE_S3_ENDPOINT: "https://s3.example", ...keys };
  expect(readSettings([], told).files).toEqual({
    bucket: "photos",
    endpoint: "https://s3.example",
    region: "us-east-1",
    accessKeyId: "a",
    secretAccessKey: "b",
  });
});

it.each([
  [["--emtpy"], {}, /--emtpy/],
  [[], { PORT: "http" }, /PORT is http/],
  [[], { MAPLE_LOG: "loud" }, /MAPLE_LOG is loud/],
  [[], { MAPLE_S3_ENDPOINT: "http://s3" }, /MAPLE_S3_BUCKET is not set; MAPLE_S3_ENDPOINT/],
  [[], { MAPLE_S3_BUCKET: "photos" }, /MAPLE_S3_REGION is not set/],
  [[], { MAPLE_S3_BUCKET: "photos", MAPLE_S3_ENDPOINT: "s3:9000" }, /MAPLE_S3_ENDPOINT is s3:9000/],
  [[], { MAPLE_S3_BUCKET: "My photos", MAPLE_S3_REGION: "cn-north-1" }, /MAPLE_S3_BUCKET is My photos/],
  [[], { MAPLE_S3_BUCKET: "photos", MAPLE_S3_REGION: "cn-north-1" }, /MAPLE_S3_ACCESS_KEY_ID is not set/],
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
