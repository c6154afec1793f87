import { ChecklistChoicesDocument, ChecklistRunsDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { choice } from "../../ui/list-page/choice.tsx";
import { dayChoice } from "../../ui/list-page/day-choice.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import type { FilterFields } from "../../ui/list-page/filters.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { unitChoice } from "../../ui/list-page/unit-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { BulkBar } from "../../ui/work/bulk-bar.tsx";
import { nextOf } from "../../ui/work/next-of.ts";
import { workStates } from "../../ui/work/work-glossary.ts";
import { checklistRunsRoute } from "./routes.tsx";
import { useRunColumns } from "./run-columns.tsx";
import { runFilterOf, type RunsSearch } from "./runs-search.ts";
import "./checklists.css";

const WorkDrawer = lazily(() => import("../../ui/work/work-drawer.tsx"), "WorkDrawer");

/** The runs of checklists in the viewer's sight, over or not; a step taken in the drawer brings the next. */
export function RunsPage() {
  const { t } = useTranslation(["checklists", "work"]);
  const [ids, setIds] = useState<string[]>([]);
  const search = checklistRunsRoute.useSearch();
  const variables = { ...pageOf(search), ...orderOf(search), filter: runFilterOf(search) };
  const list = useListed(ChecklistRunsDocument, variables, ({ checklistRuns }) => checklistRuns);
  return (
    <ListPage
      page="checklistRuns"
      note={t("runs.note")}
      search={search}
      list={list}
      columns={useRunColumns()}
      filters={useRunFilters()}
      empty={{ none: t("runs.none"), hint: t("runs.noneHint"), filtered: t("runs.filtered") }}
      ticked={{ ids, onChange: setIds, label: t("work:bulk.tick") }}
      below={
        <BulkBar
          rows={list.rows?.filter(({ id }) => ids.includes(id)) ?? []}
          steps={["CLOSE", "RETURN", "URGE"]}
          onDone={() => setIds([])}
        />
      }
      renderDrawer={({ id, onOpen, onClose }) => {
        const next = nextOf(list.rows ?? [], id);
        return (
          <WorkDrawer id={id} onOpen={onOpen} onClose={onClose} onDone={() => (next ? onOpen(next) : onClose())} />
        );
      }}
    />
  );
}

function useRunFilters(): FilterFields<RunsSearch> {
  const { t } = useTranslation(["checklists", "work"]);
  const { data } = useRead(ChecklistChoicesDocument, {});
  const known = data?.checklistTemplates.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return {
    q: seek(t("runs.search")),
    template: choice(t("one"), known, { width: 150, isSought: true }),
    state: choice(
      t("work:stateLabel"),
      workStates.map((value) => ({ value, label: t(`work:state.${value}`) })),
      { width: 96 },
    ),
    unit: unitChoice(t("runs.unit")),
    from: dayChoice(t("runs.from"), {}),
    to: dayChoice(t("runs.to"), { isEnd: true }),
    late: tick(t("runs.late")),
    missed: tick(t("runs.missed")),
  };
}
