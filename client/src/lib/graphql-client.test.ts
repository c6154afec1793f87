// @vitest-environment happy-dom
import { type Client, type CombinedError, gql, type TypedDocumentNode } from "urql";
import { afterEach, expect, test, vi } from "vitest";
import { announce, everything } from "./changes.ts";
import { makeClient } from "./graphql-client.ts";

const named = (documentId: string, text: string) =>
  Object.assign(gql(text), { documentId }) as TypedDocumentNode<object, Record<string, never>>;

const documents = [
  named("names", "query Names { grids { id name } }"),
  named("codes", "query Codes { grids { id code } }"),
  named("one", `query One { grid(id: "1") { id name code } }`),
  named("other", `query Other { grid(id: "1") { id code } bureau { id name } }`),
];

afterEach(() => vi.unstubAllGlobals());

test("whatever the order of requests, answers, changes and pages, all that is shown comes to what the server holds", async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const draw = drawing(seed);
    const server = serverOf(draw);
    const client = makeClient(() => undefined);
    const pages: ReturnType<typeof show>[] = [];
    for (let act = 0; act < 30; act++) {
      const acts = [
        () => pages.push(show(client, documents[draw(documents.length)]!)),
        () => pages.push(show(client, documents[draw(documents.length)]!)),
        () => pages.splice(draw(pages.length), 1)[0]?.close(),
        server.change,
        server.step,
        server.step,
      ];
      acts[draw(acts.length)]!();
      if (draw(3) === 0) await turns();
    }
    do await turns();
    while (server.step());
    for (const { id, shown } of pages)
      expect(shown, `${id} of seed ${seed}`).toEqual({ data: server.answerTo(id), stale: false });
    for (const { close } of pages) close();
  }
});

test("a change of what a read does not tell leaves it alone", async () => {
  const server = serverOf(drawing(1));
  const page = show(
    makeClient(() => undefined),
    documents[0]!,
  );
  do await turns();
  while (server.step());
  announce({ types: ["Session"] });
  await turns();
  expect(server.step()).toBe(false);
  page.close();
});

test("what is shown stays while the server has no answer, and goes where it refuses it", async () => {
  const answers = [
    { data: { grids: [{ id: "1", name: "name" }] } },
    { data: null, errors: [{ message: "busy", extensions: { code: "UNAVAILABLE" } }] },
    { data: null, errors: [{ message: "not yours", extensions: { code: "FORBIDDEN" } }] },
  ];
  vi.stubGlobal("fetch", () =>
    Promise.resolve(new Response(JSON.stringify(answers.shift()), { headers: { "content-type": "application/json" } })),
  );
  const { shown, close } = show(
    makeClient(() => undefined),
    documents[0]!,
  );
  const told: unknown[] = [];
  for (let read = 0; read < 3; read++) {
    await turns();
    told.push([shown.data, shown.error?.graphQLErrors[0]?.message]);
    announce({ types: [everything] });
  }
  const known = { grids: [{ id: "1", name: "name" }] };
  expect(told).toEqual([
    [known, undefined],
    [known, "busy"],
    [null, "not yours"],
  ]);
  close();
});

function show(client: Client, document: (typeof documents)[number]) {
  const shown: { data?: unknown; stale?: boolean; error?: CombinedError } = {};
  const { unsubscribe } = client
    .query(document, {}, { requestPolicy: "cache-and-network" })
    .subscribe(({ data, stale, error }) => Object.assign(shown, { data, stale, ...(error && { error }) }));
  return { id: (document as unknown as { documentId: string }).documentId, shown, close: unsubscribe };
}

/** Reads at one moment and answers at a later one, any of the requests first. */
function serverOf(draw: (below: number) => number) {
  let version = 0;
  const waiting: (() => void)[] = [];
  const answers: Record<string, () => object> = {
    names: () => ({ grids: ["1", `new ${version}`].map((id) => ({ id, name: `name ${version}` })) }),
    codes: () => ({ grids: ["1", `new ${version}`].map((id) => ({ id, code: `code ${version}` })) }),
    one: () => ({ grid: { id: "1", name: `name ${version}`, code: `code ${version}` } }),
    other: () => ({ grid: { id: "1", code: `code ${version}` }, bureau: { id: "b", name: `bureau ${version}` } }),
  };
  vi.stubGlobal("fetch", (_address: string, { body }: { body: string }) => {
    const { id } = JSON.parse(body) as { id: string };
    return new Promise<Response>((resolve) =>
      waiting.push(() => {
        const text = JSON.stringify({ data: answers[id]!() });
        waiting.push(() => resolve(new Response(text, { headers: { "content-type": "application/json" } })));
      }),
    );
  });
  return {
    change() {
      version++;
      announce({ types: [everything] });
    },
    step() {
      const [go] = waiting.splice(draw(waiting.length), 1);
      go?.();
      return go !== undefined;
    },
    answerTo: (id: string) => answers[id]!(),
  };
}

/** Until all that follows from what has come is done. */
async function turns() {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function drawing(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}
