import type { GraphQLField, GraphQLInterfaceType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { type Caller, stranger } from "./support/callers.ts";
import { checksumOf } from "./support/checksum.ts";
import { isLong, isTurn, isTurnOfOne, longest } from "./support/form.ts";
import { knownLeaks } from "./support/known-faults.ts";
import { neverAsked, selectionsOf, selectionsOn } from "./support/selections.ts";
import { type Answer, setStage, type Stage } from "./support/stage.ts";
import { everybodys, type Values, valuesOf, type Whose } from "./support/values.ts";
import { argumentVariants, orderVariants, plainArguments } from "./support/variants.ts";
import { watch } from "./support/watch.ts";

type Field = GraphQLField<unknown, unknown>;

let stage: Stage;
let watched: ReturnType<typeof watch>;
let values: Values;
let roots: Field[];
let askers: Caller[];
let foreignRows: Record<string, string>;

beforeAll(async () => {
  stage = await setStage();
  watched = watch(stage);
  values = valuesOf(stage.superuser, stage.a, stage.b);
  roots = Object.values(stage.app.schema.getQueryType()!.getFields());
  askers = stage.callers.filter((caller) => isLong || caller.way === waysOfTheShortForm[caller.place]);
  foreignRows = await checksumOf(stage.superuser, stage.b.id);
});

const waysOfTheShortForm = { bureau: "READ", station: "session", room: "WRITE" };

test(
  "no field of any type tells more than its caller may know",
  async () => {
    for (const caller of askers)
      for (const [turn, field] of roots.filter(({ name }) => name !== "node").entries()) {
        const shallow = selectionsOf(stage.app.schema, field, 1).filter((_, at) =>
          at === 0 ? isTurn(turn, caller) : isTurnOfOne(turn + at, caller),
        );
        const deep = selectionsOf(stage.app.schema, field, isLong ? 3 : 2).filter((_, at) =>
          isTurnOfOne(turn + at, caller),
        );
        await askAll(caller, field.name + (await plainArguments(field, values)), [...shallow, ...deep]);
      }
    expect(watched.leaks()).toEqual([]);
  },
  longest,
);

test(
  "no id of any row opens more than its caller may know",
  async () => {
    const { schema } = stage.app;
    for (const caller of askers)
      for (const [turn, type] of schema.getPossibleTypes(schema.getType("Node") as GraphQLInterfaceType).entries())
        for (const whose of everybodys)
          for (const id of isTurn(turn, caller)
            ? values.ids(whose, "id", type.name).slice(0, isLong ? undefined : 1)
            : [])
            await askAll(caller, "node(id: $id)", selectionsOn(schema, type, isLong ? 2 : 0), { id });
    expect(watched.leaks()).toEqual([]);
  },
  longest,
);

test(
  "no argument tells more than its caller may know, and what is foreign is as what is absent",
  async () => {
    const differences: string[] = [];
    for (const caller of askers)
      for (const field of roots) {
        const [selection = ""] = selectionsOf(stage.app.schema, field, isLong ? 1 : 0);
        const absent = new Map<string, string>();
        const all = await argumentVariants(field, values);
        const places = [...new Set(all.map(({ at }) => at))];
        const variants = all.filter(({ at }) => isTurn(places.indexOf(at), caller));
        for (const { at, args, whose } of variants.sort(
          (one, other) => turns.indexOf(one.whose) - turns.indexOf(other.whose),
        )) {
          const shown = comparable(await watched.ask(caller, { query: `{ ${field.name}${args}${selection} }` }));
          if (whose === "absent") absent.set(at, shown);
          if (whose === "foreign" && shown !== absent.get(at))
            differences.push(`${caller.name}: ${at}: ${shown} / ${absent.get(at)}`);
        }
      }
    expect(watched.leaks()).toEqual([]);
    expect(differences).toEqual([]);
  },
  longest,
);

const turns: Whose[] = ["absent", "own", "neighbour", "foreign"];

const page =
  "{ totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } edges { cursor node { __typename } } }";

test(
  "no cursor in any order tells more than its caller may know, and another's leads to nothing of theirs",
  async () => {
    for (const field of roots)
      for (const [turn, { args }] of (await orderVariants(field, values)).entries()) {
        const some = askers.filter((caller) => isTurn(turn, caller));
        const list = (bounds: string) => ({ query: `{ list: ${field.name}${args(bounds)} ${page} }` });
        const cursors = [stage.other, ...some].map(async (caller) => {
          const first = JSON.parse((await watched.ask(caller, list("first: 2"))).body);
          return first.data?.list.pageInfo.endCursor as string | null | undefined;
        });
        const [theirs, ...own] = await Promise.all(cursors);
        for (const [at, caller] of some.entries())
          for (const cursor of [own[at], theirs].filter((each) => typeof each === "string"))
            for (const bounds of [`first: 2, after: "${cursor}"`, `last: 2, before: "${cursor}"`])
              await watched.ask(caller, list(bounds));
      }
    expect(watched.leaks()).toEqual([]);
  },
  longest,
);

test("strangers, and who must change the password, are told nothing of any row", async () => {
  const answers: [string, unknown, unknown][] = [];
  const open = roots.filter(({ name }) => name !== "viewer");
  for (const field of open) {
    const [selection] = selectionsOf(stage.app.schema, field, 1);
    const query = `{ ${field.name}${await plainArguments(field, values)}${selection} }`;
    const codes = [stranger("a"), stage.newcomer].map(async (caller) => {
      const { body } = await watched.ask(caller, { query });
      return JSON.parse(body).errors[0].extensions.code;
    });
    answers.push([field.name, ...((await Promise.all(codes)) as [unknown, unknown])]);
  }
  expect(answers).toEqual(open.map(({ name }) => [name, "UNAUTHENTICATED", "PASSWORD_CHANGE_REQUIRED"]));
  expect(watched.leaks()).toEqual([]);
});

test("no row of the other bureau has changed, and what is known to be wrong still is", async () => {
  expect(watched.asked()).toBeGreaterThan(1_000);
  expect(neverAsked()).toEqual([]);
  expect(await checksumOf(stage.superuser, stage.b.id)).toEqual(foreignRows);
  expect(watched.known()).toEqual(Object.keys(knownLeaks).sort());
});

async function askAll(caller: Caller, call: string, selections: string[], variables?: { id: string }) {
  const answers: Answer[] = [];
  const named = variables ? "query ($id: ID!) " : "";
  for (const selection of selections)
    answers.push(
      await watched.ask(caller, { query: `${named}{ ${call}${selection} }`, ...(variables && { variables }) }),
    );
  expect(answers.map(({ body }) => body).filter((body) => notAsked.test(body))).toEqual([]);
  expect(answers.map(({ body }) => body).filter((body) => goesOn.test(body) && goesOnWithin(body))).toEqual([]);
}

const goesOn = /"hasNextPage":true/;

/** Whether a list within what was asked for is longer than a page: cursors lead on in a root's own alone. */
function goesOnWithin(body: string) {
  const answer = JSON.parse(body) as { data: Record<string, object | null> | null };
  return Object.values(answer.data ?? {}).some((root) => goesOn.test(JSON.stringify({ ...root, pageInfo: null })));
}

/** A document that was not let through has asked for nothing. */
const notAsked = /"code":"(DOCUMENT_|GRAPHQL_|BAD_USER|INTERNAL|INVALID)/;

/** An answer without what differs from request to request. */
const comparable = ({ status, body }: Answer) => `${status} ${body.replaceAll(/"requestId":"[^"]*"/g, "")}`;
