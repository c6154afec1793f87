import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSearch } from "../../lib/list-state.ts";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { parseSearch, stringifySearch } from "../../lib/search-text.ts";
import { usePatch } from "../../lib/url-state.ts";
import { Later } from "../later.tsx";
import type { SavedView } from "./kept-habits.ts";
import { ToolPopover } from "./tool-popover.tsx";
import type { ListHabits, View } from "./use-list-habits.ts";

const ViewList = lazily(
  withWords("list-tools", () => import("./view-list.tsx")),
  "ViewList",
);
const ViewDialog = lazily(
  withWords("list-tools", () => import("./view-dialog.tsx")),
  "ViewDialog",
);

interface ViewMenuProps {
  page: string;
  search: ListSearch;
  habits: ListHabits;
  /** As they are shown now. */
  columns: { chosen: readonly string[]; isUsual: boolean; isDense: boolean };
}

/** What is asked for in the dialog: a new view, or another name of one. */
export type Naming = { of: View | null };

/** The views of a page: chosen, kept, called otherwise and let go. */
export function ViewMenu({ page, search, habits, columns }: ViewMenuProps) {
  const { t } = useTranslation("shell");
  const { replaceAll } = usePatch<ListSearch>();
  const [naming, setNaming] = useState<Naming>();
  const current = habits.views.find(({ id }) => id === search.view);
  const content = {
    query: queryOf(search),
    columns: columns.isUsual ? null : [...columns.chosen],
    isDense: columns.isDense,
  };
  return (
    <>
      <ToolPopover text={current?.name ?? t("views")}>
        {(close) => (
          <ViewList
            habits={habits}
            current={current?.id}
            onLeave={close}
            content={content}
            onChoose={(view) => {
              replaceAll(view ? searchOf(view) : { view: noView });
              close();
            }}
            onName={(of) => {
              close();
              setNaming({ of });
            }}
          />
        )}
      </ToolPopover>
      <Later when={naming !== undefined}>
        <ViewDialog
          page={page}
          naming={naming}
          content={content}
          onClose={() => setNaming(undefined)}
          onKept={(id) => replaceAll({ ...parseSearch(content.query), ...columnsOf({ ...content, id }), view: id })}
        />
      </Later>
    </>
  );
}

/** Of the address: all of the list, whatever it would begin with. */
const noView = "none";

/** Where the page stands, and not what it shows. */
const ofPlace = new Set(["after", "before", "page", "open", "view", "cols", "dense"]);

const queryOf = (search: object) =>
  stringifySearch(Object.fromEntries(Object.entries(search).filter(([key]) => !ofPlace.has(key)))).replace("?", "");

/** The address of a view: read by the page as any other, so that what it no longer knows is passed over. */
export const searchOf = (view: SavedView) => ({ ...parseSearch(view.query), ...columnsOf(view), view: view.id });

const columnsOf = ({ columns, isDense }: SavedView | { id: string; columns: string[] | null; isDense: boolean }) => ({
  ...(columns && { cols: columns.join(",") }),
  ...(isDense && { dense: "1" }),
});
