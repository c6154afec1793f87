import { auth } from "@maple-bridge/server/modules/auth";
import type { GraphQLField } from "graphql";
import { beforeAll, expect, test } from "vitest";
import type { Caller } from "./support/callers.ts";
import { checksumOf } from "./support/checksum.ts";
import { isTurn, isLong, longest } from "./support/form.ts";
import { inputsOf } from "./support/inputs.ts";
import { selectionsOf } from "./support/selections.ts";
import { type Answer, setStage, type Stage } from "./support/stage.ts";
import { type Values, valuesOf } from "./support/values.ts";
import { watch } from "./support/watch.ts";

let stage: Stage;
let watched: ReturnType<typeof watch>;
let values: Values;
let mutations: GraphQLField<unknown, unknown>[];

beforeAll(async () => {
  stage = await setStage();
  watched = watch(stage);
  values = valuesOf(stage.superuser, stage.a, stage.b);
  mutations = Object.values(stage.app.schema.getMutationType()!.getFields());
});

/** What ends the caller, so that all after it would be refused; asked in a test of its own. */
const lastWords = new Set(["signOut", "signOutEverywhere"]);

/** Whom nothing stops before the rows are looked at. */
const mayDoAll = ({ role, place }: Caller) => role === "BUREAU_ADMINISTRATOR" && place === "bureau";

let calls = 0;

async function callAll(callers: readonly Caller[], whose: Parameters<typeof inputsOf>[2]) {
  const answers: { what: string; whose: string; answer: Answer }[] = [];
  for (const caller of callers)
    for (const [turn, field] of mutations.entries()) {
      if (lastWords.has(field.name) || !(mayDoAll(caller) || isTurn(turn, caller))) continue;
      const [selection = ""] = selectionsOf(stage.app.schema, field, 1);
      const query = `mutation ($input: ${String(field.args[0]!.type)}) { ${field.name}(input: $input)${selection} }`;
      for (const { at, whose: of, input } of inputsOf(field, values, whose, `isolation-${++calls}-key`))
        answers.push({
          what: `${caller.name}: ${field.name} ${at}`,
          whose: of,
          answer: await watched.ask(caller, { query, variables: { input } }),
        });
    }
  return answers;
}

test(
  "a command about another bureau's row changes nothing of it, and is answered as one about no row",
  async () => {
    const before = await checksumOf(stage.superuser, stage.b.id);
    const callers = stage.callers.filter(
      ({ way, place }) =>
        isLong || (way === "session" && place === "bureau") || (way === "WRITE" && place === "station"),
    );
    const absent = new Map<string, string>();
    const differences: string[] = [];
    for (const { what, whose, answer } of await callAll(callers, ["absent", "foreign"])) {
      if (whose === "absent") absent.set(what, comparable(answer));
      if (whose === "foreign" && comparable(answer) !== absent.get(what))
        differences.push(`${what}: ${comparable(answer)} / ${absent.get(what)}`);
    }
    expect(differences).toEqual([]);
    expect(watched.leaks()).toEqual([]);
    expect(await checksumOf(stage.superuser, stage.b.id)).toEqual(before);
  },
  longest,
);

test(
  "whoever is held to one station changes nothing of another",
  async () => {
    const before = await checksumOf(stage.superuser, stage.a.id, "canary-a-s2-");
    const limited = stage.callers.filter(({ place, way }) => place !== "bureau" && (isLong || way === "session"));
    const answers = await callAll(limited, ["neighbour"]);
    expect(answers.length).toBeGreaterThan(50);
    expect(watched.leaks()).toEqual([]);
    expect(await checksumOf(stage.superuser, stage.a.id, "canary-a-s2-")).toEqual(before);
  },
  longest,
);

test(
  "a token that only reads changes nothing at all",
  async () => {
    // What others were refused before is told of at a minute's end, or now.
    await auth.stop!(stage.app.database);
    const before = await checksumOf(stage.superuser, stage.a.id);
    await callAll(
      stage.callers.filter(({ way, place }) => way === "READ" && (isLong || place === "bureau")),
      ["own"],
    );
    expect(watched.leaks()).toEqual([]);
    expect(await checksumOf(stage.superuser, stage.a.id)).toEqual(before);
  },
  longest,
);

test(
  "a command about one's own rows tells and changes nothing of another bureau's",
  async () => {
    const before = await checksumOf(stage.superuser, stage.b.id);
    const answers = await callAll(
      stage.callers.filter(({ way, place }) => way === "session" && place !== "room"),
      ["own"],
    );
    const done = answers.filter(({ answer }) => !answer.body.includes('"errors"')).map(({ what }) => what);
    expect(done.length).toBeGreaterThan(10);
    expect(watched.leaks()).toEqual([]);
    expect(await checksumOf(stage.superuser, stage.b.id)).toEqual(before);
    expect(
      answers
        .filter(({ answer }) => answer.body.includes('"INTERNAL"'))
        .map(({ what, answer }) => `${what} ${answer.body}`),
    ).toEqual([]);
  },
  longest,
);

/** An answer without what differs from request to request, and without the id that was asked about. */
const comparable = ({ status, body }: Answer) =>
  `${status} ${body.replaceAll(/"requestId":"[^"]*"/g, "").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id")}`;
