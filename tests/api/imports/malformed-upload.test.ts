import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { bytesOf, countOf, gridColumns, send } from "./importing.ts";

const sheet = bytesOf({ columns: gridColumns, rows: [["410481001201", "一村", "", "甲派出所"]] }).toString();
const boundary = "----maple-test";
const usual = `multipart/form-data; boundary=${boundary}`;
const part = (head: string, body: string) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`;
const kind = part('content-disposition: form-data; name="kind"', "GRIDS");
const file = part('content-disposition: form-data; name="file"; filename="a.csv"', sheet);
const end = `--${boundary}--\r\n`;
const whole = kind + file + end;

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

const post = async (payload: string, contentType = usual, headers: Record<string, string> = {}) => {
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: "/imports",
    headers: { ...bureau.administrator.headers, "x-maple-import": "1", ...headers, "content-type": contentType },
    payload,
  });
  return { status: response.statusCode, ...response.json() };
};

const asFile = (head: string) => kind + part(head, sheet) + end;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => part(`content-disposition: form-data; name="field${index}"`, "x")).join(
    "",
  );

test.each<[what: string, payload: string, contentType?: string]>([
  ["nothing", ""],
  ["no boundary", whole, "multipart/form-data"],
  ["an empty boundary", whole, "multipart/form-data; boundary="],
  ["another boundary", whole, "multipart/form-data; boundary=other"],
  ["a very long boundary", whole, `multipart/form-data; boundary=${"x".repeat(5_000)}`],
  ["no end", kind + file],
  ["an end in the file", (kind + file).slice(0, -40)],
  ["an end in the file's headers", `${kind}--${boundary}\r\ncontent-disposition: form-da`],
  ["an end in the boundary", kind + file.slice(0, 10)],
  ["nothing but its end", end],
  ["no file", kind + end],
  [
    "a file without a name",
    asFile('content-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream'),
  ],
  ["a file with an empty name", asFile('content-disposition: form-data; name="file"; filename=""')],
  ["a file whose name is a path alone", asFile('content-disposition: form-data; name="file"; filename="/a/b/"')],
  ["a file of blanks for a name", asFile('content-disposition: form-data; name="file"; filename="  "')],
  ["a file in no field", asFile('content-disposition: form-data; filename="a.csv"')],
  ["a file in another field", asFile('content-disposition: form-data; name="other"; filename="a.csv"')],
  ["a file in a field of every object", asFile('content-disposition: form-data; name="__proto__"; filename="a.csv"')],
  ["no disposition", asFile("content-type: text/csv")],
  ["another disposition", asFile('content-disposition: attachment; name="file"; filename="a.csv"')],
  ["no headers", kind + part("", sheet) + end],
  ["a header that is none", asFile("content disposition form-data")],
  ["a header of 100 kB", asFile(`x-long: ${"x".repeat(100_000)}`)],
  ["a thousand headers", asFile("x-many: 1\r\n".repeat(1_000).trimEnd())],
  ["a line break in the name", asFile('content-disposition: form-data; name="fi\nle"; filename="a.csv"')],
  ["two files", kind + file + file + end],
  ["two kinds", kind + kind + file + end],
  ["two kinds after the file", file + kind + kind + end],
  ["five fields more", many(5) + kind + file + end],
  ["a thousand fields", many(1_000) + end],
  ["a field of every object", part('content-disposition: form-data; name="__proto__"', "x") + whole],
  [
    "a field that says JSON and is none",
    part('content-disposition: form-data; name="kind"\r\ncontent-type: application/json', "{") + file + end,
  ],
  [
    "a kind that is JSON",
    part('content-disposition: form-data; name="kind"\r\ncontent-type: application/json', '{"a":1}') + file + end,
  ],
  ["a long kind", part('content-disposition: form-data; name="kind"', "GRIDS".repeat(1_000)) + file + end],
  ["no kind", file + end],
  [
    "an unknown charset",
    asFile(
      'content-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: text/csv; charset=x-nothing',
    ),
  ],
  [
    "a form within the form",
    kind +
      part(
        `content-disposition: form-data; name="file"\r\ncontent-type: multipart/mixed; boundary=in`,
        `--in\r\ncontent-disposition: file; filename="a.csv"\r\n\r\n${sheet}\r\n--in--`,
      ) +
      end,
  ],
  ["more before its parts than a file may have", "x".repeat(21_200_000) + whole],
  ["JSON", "{}", "application/json"],
  ["a form in the address's way", "kind=GRIDS", "application/x-www-form-urlencoded"],
  ["another kind of parts", whole, `multipart/mixed; boundary=${boundary}`],
])("a form with %s is refused for what it is", async (_what, payload, contentType) => {
  const zh = await post(payload, contentType);
  expect(zh).toMatchObject({ status: expect.toSatisfy((status: number) => status >= 400 && status < 500) });
  const [error] = zh.errors;
  expect(error.message).toMatch(/[一-龥]/);
  if (error.extensions.code === "INVALID") expect(error.extensions.fields).toHaveLength(1);
  const en = await post(payload, contentType, { "accept-language": "en" });
  expect(en.errors[0]).toMatchObject({ message: expect.not.stringMatching(/[一-龥]/) });
  expect(await countOf(bureau, "import_runs")).toBe(0);
});

test.each<[what: string, payload: string]>([
  ["its file first", file + kind + end],
  ["what stands before and after its parts", `before\r\n${whole}after`],
  ["a part that is none of ours", part("content-type: text/plain", "x") + whole],
  ["a file name that the database cannot hold", kind + file.replace("a.csv", "a\0\u200b.csv") + end],
])("a form with %s is read", async (_what, payload) => {
  const other = await makeBureau();
  const response = await other.app.fastify.inject({
    method: "POST",
    url: "/imports",
    headers: { ...other.administrator.headers, "x-maple-import": "1", "content-type": usual },
    payload,
  });
  expect(response.statusCode, response.payload).toBe(200);
  expect(await countOf(other, "import_runs")).toBe(1);
});

/** What a server on a socket answers to these bytes; the caller may close its side at once. */
async function overSocket(text: string | Buffer, { closes }: { closes: boolean }): Promise<string> {
  const { server } = bureau.app.fastify;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const answered = new Promise<string>((resolve, reject) => {
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
  if (closes) socket.end(text);
  else socket.write(text);
  return answered;
}

const head = (length: number) =>
  [
    "POST /imports HTTP/1.1",
    "host: localhost",
    ...Object.entries(bureau.administrator.headers).map(([name, value]) => `${name}: ${value}`),
    "x-maple-import: 1",
    `content-type: ${usual}`,
    `content-length: ${length}`,
    "connection: close",
    "",
    "",
  ].join("\r\n");

test("a length that is not so, and a caller who goes, cost nobody anything", async () => {
  await bureau.app.fastify.listen({ port: 0, host: "127.0.0.1" });
  const length = Buffer.byteLength(whole);
  const early = await overSocket(head(length + 1_000) + whole, { closes: true });
  expect(early).not.toContain(" 500 ");
  const short = await overSocket(Buffer.from(head(length - 50) + whole).subarray(0, -50), { closes: false });
  expect(short).toContain("HTTP/1.1 400");
  await overSocket(head(length) + whole.slice(0, 100), { closes: true });
  const { status } = await send(bureau, bureau.administrator, "GRIDS", Buffer.from(sheet));
  expect(status).toBe(200);
});
