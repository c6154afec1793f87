import { type RecheckFilter, RechecksDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import { given } from "../../ui/list-page/given.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { unitChoice } from "../../ui/list-page/unit-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { monthsBefore, monthShown } from "./months.ts";
import { useRecheckColumns } from "./recheck-columns.tsx";
import { outcomes, recheckRoute, type RecheckSearch } from "./routes.tsx";
import "./rechecks.css";

const RecheckDrawer = lazily(() => import("./recheck-drawer.tsx"), "RecheckDrawer");
const DrawRechecksDialog = lazily(() => import("./draw-rechecks-dialog.tsx"), "DrawRechecksDialog");
const SetQuotaDialog = lazily(() => import("./set-quota-dialog.tsx"), "SetQuotaDialog");
const monthsBack = 24;

/** Closed work that was drawn to be checked again, of stations in sight, or by the viewer. */
export function RecheckPage() {
  const { t } = useTranslation("rechecks");
  const { bureau, memberId } = useViewer();
  const search = recheckRoute.useSearch();
  const variables = { ...pageOf(search), ...orderOf(search), filter: filterOf(search, memberId) };
  const months = monthsBefore(today(), monthsBack).map((value) => ({ value, label: monthShown(value) }));
  const found = outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }));
  return (
    <ListPage
      page="rechecks"
      note={t("note")}
      search={search}
      list={useListed(RechecksDocument, variables, ({ rechecks }) => rechecks)}
      columns={useRecheckColumns()}
      filters={{
        q: seek(t("search")),
        month: choice(t("month"), months, { width: 110 }),
        outcome: choice(t("result"), found, { width: 110 }),
        unit: unitChoice(t("unit")),
        undone: tick(t("onlyUndone")),
        mine: tick(t("onlyMine")),
        draw: given(() => t("ofDraw")),
      }}
      empty={{ none: t("none"), hint: t("noneHint"), filtered: t("filtered") }}
      creations={[
        {
          text: t("quota.do"),
          may: may(bureau, "SET_RECHECK_QUOTA"),
          renderDialog: (dialog) => <SetQuotaDialog {...dialog} />,
        },
        {
          text: t("draw.do"),
          may: may(bureau, "DRAW_RECHECKS"),
          renderDialog: (dialog) => <DrawRechecksDialog {...dialog} />,
        },
      ]}
      renderDrawer={({ id, onClose }) => <RecheckDrawer open={id} onClose={onClose} />}
    />
  );
}

/** Whoever is no member is to check nothing. */
const filterOf = (
  { q, unit, month, outcome, undone, mine, draw }: RecheckSearch,
  memberId: string | null | undefined,
): RecheckFilter => ({
  search: q,
  unitId: unit,
  month,
  outcome,
  isOpen: undone,
  checkerId: mine && memberId ? memberId : undefined,
  drawId: draw,
});
