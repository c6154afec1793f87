import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { type Caller, stranger } from "./support/callers.ts";
import { isLong, longest } from "./support/form.ts";
import { inputsOf } from "./support/inputs.ts";
import { selectionsOf } from "./support/selections.ts";
import { setStage, type Stage } from "./support/stage.ts";
import { valuesOf } from "./support/values.ts";
import { toldTooMuch } from "./support/watch.ts";

let stage: Stage;
let port: number;
beforeAll(async () => {
  stage = await setStage();
  await stage.app.fastify.listen({ port: 0, host: "127.0.0.1" });
  port = (stage.app.fastify.server.address() as AddressInfo).port;
});

interface Stream {
  caller: Caller;
  status: number;
  headers: Record<string, unknown>;
  text(): string;
  close(): void;
}

const open = (caller: Caller) =>
  new Promise<Stream>((resolve, reject) => {
    const asked = get({ port, path: "/events", headers: caller.headers }, (response: IncomingMessage) => {
      let text = "";
      response.on("data", (part: Buffer) => (text += part.toString())).once("error", () => {});
      const { statusCode: status = 0, headers } = response;
      resolve({ caller, status, headers, text: () => text, close: () => asked.destroy() });
    });
    asked.once("error", reject);
  });

const types = (stream: Stream) =>
  [...stream.text().matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Record<string, unknown>);

test("no stream is opened for strangers or tokens", async () => {
  for (const caller of [stranger("a"), ...stage.callers.filter(({ way }) => way !== "session")]) {
    const stream = await open(caller);
    expect([caller.name, stream.status]).toEqual([caller.name, 401]);
    stream.close();
  }
});

test(
  "a stream names types of its own bureau's rows, and nothing else",
  async () => {
    const sessions = stage.callers.filter(({ way }) => way === "session");
    const streams = await Promise.all(sessions.map(open));
    const values = valuesOf(stage.superuser, stage.b, stage.a);
    const { schema } = stage.app;
    const commands = Object.values(schema.getMutationType()!.getFields()).filter(
      ({ name }) => !name.startsWith("sign"),
    );
    let done = 0;
    for (const [turn, field] of commands.entries()) {
      const query = `mutation ($input: ${String(field.args[0]!.type)}) { ${field.name}(input: $input)${selectionsOf(schema, field, 0)[0]} }`;
      const inputs = inputsOf(field, values, ["own"], `streams-${turn}-key`).slice(0, isLong ? undefined : 1);
      for (const { input } of inputs) {
        const { body } = await stage.ask(stage.other, { query, variables: { input } });
        if (!body.includes('"errors"')) done++;
      }
    }
    expect(done).toBeGreaterThan(5);
    expect(streams.flatMap(types)).toEqual([]);
    const administrator = sessions.find(({ role, place }) => role === "BUREAU_ADMINISTRATOR" && place === "bureau")!;
    const input = {
      idempotencyKey: "streams-own-row",
      parentId: stage.a.rootId,
      kind: "PARTNER",
      name: "canary-a-s2-x",
    };
    const made = await stage.ask(administrator, {
      query: "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }",
      variables: { input },
    });
    expect(made.body).not.toContain("errors");
    for (const stream of streams) {
      await expect.poll(() => types(stream), { timeout: longest }).toEqual([{ types: ["Unit"] }]);
      const { status, headers, caller } = stream;
      expect(toldTooMuch(caller, "", { status, headers, body: stream.text() })).toEqual([]);
      stream.close();
    }
  },
  longest,
);
