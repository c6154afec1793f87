import type { AddressInfo } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { type Caller } from "./support/callers.ts";
import { checksumOf } from "./support/checksum.ts";
import { isLong, longest } from "./support/form.ts";
import { inputsOf } from "./support/inputs.ts";
import { mutated, pick, randomFrom, type Random, type Sent } from "./support/mutations.ts";
import { sendRaw } from "./support/raw-http.ts";
import { selectionsOf } from "./support/selections.ts";
import { setStage, type Stage } from "./support/stage.ts";
import { valuesOf } from "./support/values.ts";
import { plainArguments } from "./support/variants.ts";
import { toldTooMuch } from "./support/watch.ts";

const seed = Number(process.env["MAPLE_SEED"] ?? 20_261_128);
const count = isLong ? 10_000 : 400;

let stage: Stage;
let port: number;
let sound: ((random: Random) => Sent)[];
beforeAll(async () => {
  stage = await setStage();
  await stage.app.fastify.listen({ port: 0, host: "127.0.0.1" });
  port = (stage.app.fastify.server.address() as AddressInfo).port;
  sound = await soundRequests();
});

test(
  "no request, however malformed, is a fault of the server's, or tells anything",
  async () => {
    const before = await checksumOf(stage.superuser, stage.b.id);
    const faults: string[] = [];
    const unanswered: string[] = [];
    for (let number = 0; number < count; number++) {
      const random = randomFrom(seed + number);
      const sent = mutated(random, pick(random, sound)(random));
      const said = `MAPLE_SEED=${seed + number} ${sent.method} ${sent.url} ${JSON.stringify(sent.headers)} ${JSON.stringify(sent.payload.toString("latin1")).slice(0, 1_500)}`;
      const { status, headers, body } = await sendRaw(port, sent);
      if (status === 0) unanswered.push(said);
      if ((status >= 500 && !isAnnounced({ status, headers })) || body.includes('"INTERNAL"'))
        faults.push(`${status} ${body.slice(0, 300)} to ${said}`);
      for (const told of toldTooMuch(stranger, said, { status, headers, body }).filter(([what]) =>
        what.startsWith("another"),
      ))
        faults.push(`${told[1]} told to ${said}`);
    }
    expect(faults).toEqual([]);
    expect(unanswered).toEqual([]);
    expect(await checksumOf(stage.superuser, stage.b.id)).toEqual(before);
  },
  longest,
);

/** What the limits say when there is too much at once. */
const isAnnounced = ({ status, headers }: { status: number; headers: Record<string, unknown> }) =>
  status === 503 && headers["retry-after"] !== undefined;

/** Of bureau a, and of no account: what is told of bureau b is told to nobody of a. */
const stranger = { bureau: "a" } as Caller;

/** Every query and every command by somebody, an upload, and what is had by GET. */
async function soundRequests(): Promise<((random: Random) => Sent)[]> {
  const values = valuesOf(stage.superuser, stage.a, stage.b);
  const { schema } = stage.app;
  const bodies: Buffer[] = [];
  for (const field of Object.values(schema.getQueryType()!.getFields()))
    bodies.push(
      json({
        query: `query Asked { ${field.name}${await plainArguments(field, values)}${selectionsOf(schema, field, 0)[0]} }`,
      }),
    );
  for (const field of Object.values(schema.getMutationType()!.getFields()).filter(
    ({ name }) => !name.startsWith("signOut"),
  ))
    for (const { input } of inputsOf(field, values, ["own"], "mutated-request-key").slice(0, 1))
      bodies.push(
        json({
          query: `mutation Done($input: ${String(field.args[0]!.type)}) { ${field.name}(input: $input)${selectionsOf(schema, field, 0)[0]} }`,
          variables: { input },
        }),
      );
  const admins = stage.callers.filter(({ role, place }) => role === "BUREAU_ADMINISTRATOR" && place === "bureau");
  const graphql = (random: Random): Sent => ({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...pick(random, admins).headers },
    payload: pick(random, bodies),
  });
  const upload = (random: Random): Sent => ({
    method: "POST",
    url: "/imports",
    headers: {
      "content-type": "multipart/form-data; boundary=edge",
      "x-maple-import": "1",
      ...pick(random, admins).headers,
    },
    payload: file,
  });
  const idOf = (table: string) => stage.a.rows.find((row) => row.table === table)!.id;
  const photo = (random: Random): Sent => ({
    method: "POST",
    url: `/evidence/${idOf("work_items")}`,
    headers: { "content-type": "image/jpeg", "x-maple-digest": "0".repeat(64), ...pick(random, admins).headers },
    payload: pick(random, [file, Buffer.from([0xff, 0xd8, 0xff, 0xe0])]),
  });
  const got = (random: Random): Sent => ({
    method: "GET",
    url: pick(random, [
      "/livez",
      "/api/schema.graphql",
      "/imports/template?kind=GRIDS",
      `/imports/${stage.a.id}/corrections`,
      `/evidence/${idOf("evidence_files")}`,
      `/evidence/${idOf("evidence_files")}/thumbnail`,
      "/",
      "/assets/x.js",
    ]),
    headers: { accept: "*/*", ...pick(random, admins).headers },
    payload: Buffer.alloc(0),
  });
  return [graphql, graphql, graphql, graphql, upload, photo, got];
}

const json = (body: object) => Buffer.from(JSON.stringify(body));
const file = Buffer.from(
  '--edge\r\ncontent-disposition: form-data; name="kind"\r\n\r\nMEMBERS\r\n--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n警号,姓名\r\n1,虚构\r\n--edge--\r\n',
);
