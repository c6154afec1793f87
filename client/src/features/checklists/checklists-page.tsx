import { ChecklistsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { stationChoice } from "../../ui/list-page/station-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useChecklistColumns } from "./checklist-columns.tsx";
import { checklistsRoute } from "./routes.tsx";
import "./checklists.css";

const ChecklistDrawer = lazily(() => import("./checklist-drawer.tsx"), "ChecklistDrawer");
const DraftChecklistDialog = lazily(() => import("./draft-checklist-dialog.tsx"), "DraftChecklistDialog");
const ChecklistPresetDialog = lazily(() => import("./checklist-preset-dialog.tsx"), "ChecklistPresetDialog");

/** What seats are asked to do again and again: the bureau's checklists and the stations' own. */
export function ChecklistsPage() {
  const { t } = useTranslation("checklists");
  const search = checklistsRoute.useSearch();
  const { bureau } = useViewer();
  const variables = {
    ...pageOf(search),
    ...orderOf(search),
    filter: {
      search: search.q,
      stationId: search.station,
      isInForce: search.inForce,
      isRetired: search.retired ? undefined : false,
    },
  };
  const mayDraft = may(bureau, "MANAGE_CHECKLISTS");
  return (
    <ListPage
      page="checklists"
      note={t("note")}
      search={search}
      list={useListed(ChecklistsDocument, variables, ({ checklistTemplates }) => checklistTemplates)}
      columns={useChecklistColumns()}
      filters={{
        q: seek(t("search")),
        station: stationChoice(t("owedAt")),
        inForce: tick(t("onlyInForce")),
        retired: tick(t("withRetired")),
      }}
      empty={{ none: t("none"), hint: t("noneHint"), filtered: t("filtered") }}
      creations={[
        { text: t("create"), may: mayDraft, renderDialog: (dialog) => <DraftChecklistDialog {...dialog} /> },
        { text: t("preset.apply"), may: mayDraft, renderDialog: (dialog) => <ChecklistPresetDialog {...dialog} /> },
      ]}
      renderDrawer={({ id, onClose }) => <ChecklistDrawer open={id} onClose={onClose} />}
    />
  );
}
