import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { RowAnswer } from "#kernel/bulk.types";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, rowWhere, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { closeGrid } from "./close-grid.ts";
import { closeGrids } from "./close-grids.ts";
import { createGrid } from "./create-grid.ts";
import { GridFilter, gridOrders } from "./grid-filter.types.ts";
import {
  CloseGridInput,
  CloseGridsInput,
  CreateGridInput,
  MoveGridInput,
  MoveGridsInput,
  ReopenGridInput,
  UpdateGridInput,
} from "./grid.inputs.ts";
import { Grid, GridConnection } from "./grid.types.ts";
import { gridRows } from "./grid.rows.ts";
import { moveGrid } from "./move-grid.ts";
import { moveGrids } from "./move-grids.ts";
import { reopenGrid } from "./reopen-grid.ts";
import { updateGrid } from "./update-grid.ts";

export const GridLists = lists({
  grids: listOf({
    gives: GridConnection,
    filter: GridFilter,
    orders: gridOrders,
    description: "Grids within your reach.",
    at: "The moment asked about: filters, orders and all below hold at it; now when absent.",
  }),
});

@Resolver(() => Grid)
export class GridResolver {
  @Query(() => Grid, {
    nullable: true,
    description: "The grid with this code; null where there is none within your reach.",
  })
  @rowWhere(gridRows, (grid, reading) => sql`${grid.code} = ${reading.arg("code", "text")!}`)
  grid(
    @Arg("code", () => String) _code: string,
    @Arg("at", () => DateTime, {
      nullable: true,
      description: "The moment asked about, for all below too; now when absent.",
    })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}

export const GridMutations = mutations({
  createGrid: mutation({ input: CreateGridInput, gives: Grid, does: createGrid }),
  updateGrid: mutation({ input: UpdateGridInput, gives: Grid, does: updateGrid }),
  moveGrid: mutation({
    input: MoveGridInput,
    gives: Grid,
    does: moveGrid,
    description: "Gives the grid to another station from a day on, past or to come. Who holds its seats stays.",
  }),
  closeGrid: mutation({ input: CloseGridInput, gives: Grid, does: closeGrid }),
  reopenGrid: mutation({
    input: ReopenGridInput,
    gives: Grid,
    does: reopenGrid,
    description: "Takes a closing back: the grid counts as open ever since it was opened.",
  }),
});

@Resolver()
export class BulkGridResolver {
  @Mutation(() => [RowAnswer], {
    description:
      "Gives many grids to another station, each by the same path as one alone, with an answer for each in the order given.",
  })
  moveGrids(@Arg("input", () => MoveGridsInput) input: MoveGridsInput, @Ctx() ctx: Context) {
    return moveGrids(ctx, input);
  }

  @Mutation(() => [RowAnswer], {
    description: "Closes many grids, each by the same path as one alone, with an answer for each in the order given.",
  })
  closeGrids(@Arg("input", () => CloseGridsInput) input: CloseGridsInput, @Ctx() ctx: Context) {
    return closeGrids(ctx, input);
  }
}
