import "@maple-bridge/server/kernel/schema";
import { grids } from "@maple-bridge/drizzle/tables";
import {
  column,
  connectionOf,
  equals,
  everything,
  From,
  laterConditions,
  listOf,
  lists,
  ordersOf,
  pages,
} from "@maple-bridge/server/kernel/read";
import { LocalDate } from "@maple-bridge/server/kernel/scalars";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { buildApp } from "@maple-bridge/server";
import { Arg, type ClassType, Field, ID, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf } from "../../support/client.ts";
import { makeGrid, makeStation } from "../members/ground.ts";

/** A list of the test's own, over the product's grids, ordered by a day. */
@ObjectType()
@From(grids, { visibleTo: () => everything })
class Plot {
  @Field(() => ID) @column(grids.id) id!: string;
  @Field(() => LocalDate) @column(grids.openedOn) openedOn!: string;
}
const PlotConnection = connectionOf("Plot", () => Plot);

const plotOrders = ordersOf(grids, "PlotOrder", { DAY: ({ openedOn }) => [{ by: openedOn, type: "date" }] });

@InputType()
class PlotFilter {
  @Field(() => LocalDate, { nullable: true }) @equals(grids, "openedOn") openedOn?: string;
  @Field(() => [ID], { nullable: true }) @equals(grids, "id") ids?: string[];
}
const plotsBy = (filter: ClassType) => lists({ plots: listOf({ gives: PlotConnection, filter, orders: plotOrders }) });

const moduleOf = (resolver: Function) => [...modules, { name: "plots", resolvers: [resolver] }];

let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  app = await buildApp({
    databaseUrl: (await theServer()).applicationUrl,
    modules: moduleOf(plotsBy(PlotFilter)),
    trusted: "any",
  });
});
afterAll(() => app.close());

test("a list ordered by a day takes its own cursors, both ways, and is filtered by what its fields declare", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau);
  const days = ["2024-01-01", "2025-02-02", "2026-03-03"];
  const ids: string[] = [];
  for (const openedOn of days) ids.push(await makeGrid(bureau, station, { openedOn }));
  const { run } = clientOf(app, bureau.administrator.headers);
  const page = (args: string) => run(`{ plots(${args}) { nodes { openedOn } pageInfo { startCursor endCursor } } }`);
  const { plots: first } = await page("first: 2");
  expect(first.nodes.map(({ openedOn }: Plot) => openedOn)).toEqual(days.slice(0, 2));
  expect((await page(`first: 2, after: "${first.pageInfo.endCursor}"`)).plots.nodes).toEqual([{ openedOn: days[2] }]);
  const { plots: last } = await page("last: 1");
  expect((await page(`last: 2, before: "${last.pageInfo.startCursor}"`)).plots.nodes).toEqual(first.nodes);
  expect((await page(`filter: { openedOn: "${days[1]}" }`)).plots.nodes).toEqual([{ openedOn: days[1] }]);
  expect((await page(`filter: { ids: ["${ids[2]}", "${ids[0]}"] }`)).plots.nodes).toHaveLength(2);
});

test("a filter's field that nothing hears keeps the schema from being made, and so does a list that hears no filter", () => {
  @InputType()
  class Deaf {
    @Field(() => ID, { nullable: true }) @equals(grids, "id") id?: string;
    @Field(() => String, { nullable: true }) code?: string;
  }
  expect(() => schemaOf(moduleOf(plotsBy(Deaf)))).toThrow("hears nothing of the filter's code");
  @Resolver()
  class Unheard {
    @Query(() => PlotConnection)
    @pages(grids, plotOrders)
    plots(@Arg("filter", () => PlotFilter) _filter: PlotFilter): never {
      throw new Error("read by its source");
    }
  }
  expect(() => schemaOf(moduleOf(Unheard))).toThrow("has a filter and does not hear it");
});

test("a condition that a later module was to give and did not is an error, not all rows", async () => {
  const later = laterConditions(grids);
  const forgotten = later.by("forgotten");
  const told = {} as { condition?: (row: object, given: object, reading: object) => unknown };
  Object.assign(told, extensionsOf(forgotten));
  expect(() => told.condition!({}, {}, {})).toThrow("Nobody has said what forgotten filters by");
});

/** What the decorator leaves at a field of an input. */
function extensionsOf(decorator: MethodDecorator & PropertyDecorator): object {
  @InputType()
  class Holder {
    @Field(() => String, { nullable: true }) field?: string;
  }
  decorator(Holder.prototype, "field");
  @Resolver()
  class Holding {
    @Query(() => String) asked(@Arg("filter", () => Holder, { nullable: true }) _filter: Holder): string {
      return "";
    }
  }
  const { args } = schemaOf(moduleOf(Holding)).getQueryType()!.getFields()["asked"]!;
  const type = args.find(({ name }) => name === "filter")!.type as unknown as {
    getFields(): Record<string, { extensions: object }>;
  };
  return type.getFields()["field"]!.extensions;
}
