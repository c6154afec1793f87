import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists } from "#kernel/read";
import { createListView } from "./create-list-view.ts";
import { deleteListView } from "./delete-list-view.ts";
import { setListPreference } from "./set-list-preference.ts";
import { updateListView } from "./update-list-view.ts";
import {
  CreateListViewInput,
  DeleteListViewInput,
  SetListPreferenceInput,
  UpdateListViewInput,
} from "./view.inputs.ts";
import {
  ListPreference,
  ListPreferenceConnection,
  ListPreferenceFilter,
  listPreferenceOrders,
  ListView,
  ListViewConnection,
  ListViewFilter,
  listViewOrders,
} from "./view.types.ts";

export const ViewLists = lists({
  listViews: listOf({ gives: ListViewConnection, filter: ListViewFilter, orders: listViewOrders }),
  listPreferences: listOf({
    gives: ListPreferenceConnection,
    filter: ListPreferenceFilter,
    orders: listPreferenceOrders,
  }),
});

export const ViewMutations = mutations({
  createListView: mutation({ input: CreateListViewInput, gives: ListView, does: createListView }),
  updateListView: mutation({ input: UpdateListViewInput, gives: ListView, does: updateListView, mayLeaveSight: true }),
  deleteListView: mutation({
    input: DeleteListViewInput,
    gives: ListView,
    does: deleteListView,
    mayLeaveSight: true,
    description: "Gives null: it is gone.",
  }),
  setListPreference: mutation({ input: SetListPreferenceInput, gives: ListPreference, does: setListPreference }),
});
