import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists } from "#kernel/read";
import { cancelListExport } from "./cancel-list-export.ts";
import {
  CancelListExportInput,
  ListExport,
  ListExportConnection,
  ListExportFilter,
  listExportOrders,
} from "./list-export.types.ts";

export const ListExportLists = lists({
  listExports: listOf({
    gives: ListExportConnection,
    filter: ListExportFilter,
    orders: listExportOrders,
    direction: "DESC",
  }),
});

export const ListExportMutations = mutations({
  cancelListExport: mutation({ input: CancelListExportInput, gives: ListExport, does: cancelListExport }),
});
