import { WorkItemsDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { pageOf } from "../../lib/list-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { BulkBar } from "../../ui/work/bulk-bar.tsx";
import { type DeskSearch, deskFilterOf } from "../../ui/work/desk-search.ts";
import { dispatchRoute } from "./routes.tsx";
import { useDeskColumns, usualColumns } from "./desk-columns.tsx";
import { useDeskFilters } from "./desk-filters.tsx";
import { nextOf } from "../../ui/work/next-of.ts";

const WorkDrawer = lazily(() => import("../../ui/work/work-drawer.tsx"), "WorkDrawer");
const RegisterDialog = lazily(() => import("../../ui/work/register-dialog.tsx"), "RegisterDialog");
const TaskDialog = lazily(() => import("./task-dialog.tsx"), "TaskDialog");

/** Open work by how it stands, what nobody is at work on first; a step taken in the drawer brings the next. */
export function DispatchPage() {
  const { t } = useTranslation("work");
  const search = dispatchRoute.useSearch();
  const { bureau } = useViewer();
  const [ids, setIds] = useState<string[]>([]);
  const list = useListed(WorkItemsDocument, variablesOf(search), ({ workItems }) => workItems);
  return (
    <ListPage
      page="dispatch"
      note={t("desk.note")}
      search={search}
      list={list}
      ledger={search.kind === "TASK" ? "tasks" : undefined}
      columns={useDeskColumns()}
      usualColumns={usualColumns}
      filters={useDeskFilters()}
      empty={{ none: t("desk.none"), filtered: t("desk.filtered"), hint: t("desk.noneHint") }}
      ticked={{ ids, onChange: setIds, label: t("bulk.tick") }}
      below={
        <BulkBar
          rows={list.rows?.filter(({ id }) => ids.includes(id)) ?? []}
          steps={["URGE", "READDRESS", "CLOSE"]}
          onDone={() => setIds([])}
        />
      }
      creations={[
        {
          text: t("task.create"),
          may: may(bureau, "ISSUE_WORK"),
          renderDialog: (dialog) => <TaskDialog {...dialog} />,
        },
        {
          text: t("register.title"),
          may: may(bureau, "REGISTER_MATTER"),
          renderDialog: (dialog) => <RegisterDialog {...dialog} />,
        },
      ]}
      renderDrawer={({ id, onOpen, onClose }) => {
        const next = nextOf(list.rows ?? [], id);
        return (
          <WorkDrawer id={id} onOpen={onOpen} onClose={onClose} onDone={() => (next ? onOpen(next) : onClose())} />
        );
      }}
    />
  );
}

const variablesOf = (search: DeskSearch) => ({ ...pageOf(search), ...askedOf(search) });

function askedOf(search: DeskSearch) {
  const { sort, down } = search;
  return {
    orderBy: sort ?? ("NOBODYS_FIRST" as const),
    direction: down ? ("DESC" as const) : ("ASC" as const),
    filter: deskFilterOf(search),
  };
}
