import { importRuns } from "@maple-bridge/drizzle/tables";
import { Arg, Args, FieldResolver, ID, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, PageArgs, pages, rowWhere, sql } from "#kernel/read";
import { cancelImport } from "./cancel-import.ts";
import { chooseImportSheet } from "./choose-import-sheet.ts";
import { checkImport } from "./check-import.ts";
import { ImportFilter, importOrders } from "./import-filter.types.ts";
import { importErrors } from "./import-lists.rows.ts";
import { ImportErrorConnection } from "./import-lists.types.ts";
import {
  CancelImportInput,
  CheckImportInput,
  ChooseImportSheetInput,
  MapImportColumnsInput,
  UndoImportInput,
  WriteImportInput,
} from "./import.inputs.ts";
import { ImportRun, ImportRunConnection } from "./import.types.ts";
import { mapImportColumns } from "./map-import-columns.ts";
import { undoImport } from "./undo-import.ts";
import { writeImport } from "./write-import.ts";

@Resolver(() => ImportRun)
export class ImportResolver {
  @Query(() => ImportRun, { nullable: true })
  @rowWhere(importRuns, (run, reading) => sql`${run.id} = ${reading.arg("id", "uuid")!}`)
  import(@Arg("id", () => ID) _id: string): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => ImportErrorConnection, {
    description: "In the file's order; the first 20,000 are kept, as long as what was read of the file.",
  })
  @pages(importErrors, {
    child: importErrors.runId,
    order: (error) => ({ terms: [{ by: error.position, type: "int" }] }),
  })
  errors(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error("read by its source");
  }
}

export const ImportLists = lists({
  imports: listOf({
    gives: ImportRunConnection,
    filter: ImportFilter,
    orders: importOrders,
    direction: "DESC",
    description: "Imports 导入, the newest first; administrators of the whole bureau see them.",
  }),
});

export const ImportMutations = mutations({
  chooseImportSheet: mutation({
    input: ChooseImportSheetInput,
    gives: ImportRun,
    does: chooseImportSheet,
    description:
      "Takes another sheet of the file; its columns are guessed anew. Refused once the import is being written.",
  }),
  mapImportColumns: mutation({
    input: MapImportColumnsInput,
    gives: ImportRun,
    does: mapImportColumns,
    description: "Says which column is which. Refused once the import is being written.",
  }),
  checkImport: mutation({
    input: CheckImportInput,
    gives: ImportRun,
    does: checkImport,
    description:
      "A dry run, after the answer: watch `status`. Tells every error by row and column, or what writing would do; writes nothing.",
  }),
  writeImport: mutation({
    input: WriteImportInput,
    gives: ImportRun,
    does: writeImport,
    description:
      "Writes a checked file, all of it or nothing, after the answer: watch `status` and `doneRows`. Checks anew; where the rows no longer fit, the import is CHECKED again and tells why.",
  }),
  undoImport: mutation({
    input: UndoImportInput,
    gives: ImportRun,
    does: undoImport,
    description:
      "Takes back what an import of grids or members has made, whole, for as long as nothing else stands on it and none of it was changed; else it is told what does. Imports that changed rows, and ledgers, are not undone.",
  }),
  cancelImport: mutation({
    input: CancelImportInput,
    gives: ImportRun,
    does: cancelImport,
    description: "Gives an import up, also while it is being written; nothing of it stays.",
  }),
});
