import { MattersDocument, MattersSettledDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { choice } from "../../ui/list-page/choice.tsx";
import { dayChoice } from "../../ui/list-page/day-choice.tsx";
import { seek } from "../../ui/list-page/filter-fields.tsx";
import type { FilterFields } from "../../ui/list-page/filters.tsx";
import { given } from "../../ui/list-page/given.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { unitChoice } from "../../ui/list-page/unit-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useCategories } from "../../ui/work/category-select.tsx";
import { matterKinds } from "../../ui/work/work-glossary.ts";
import { useMatterColumns, usualColumns } from "./matters-columns.tsx";
import { matterFilterOf, type MattersSearch, matterStates, methodsIn } from "./matters-search.ts";
import { mattersRoute } from "./routes.tsx";

const MatterDrawer = lazily(() => import("../../ui/work/matter-drawer.tsx"), "MatterDrawer");

const ReportDialog = lazily(() => import("./report-dialog.tsx"), "ReportDialog");

/** What happened, over or not: the ledger of matters. */
export function MattersPage() {
  const { t } = useTranslation("ledgers");
  const search = mattersRoute.useSearch();
  const asked = { ...orderOf(search), filter: matterFilterOf(search) };
  const list = useListed(MattersDocument, { ...pageOf(search), ...asked }, ({ matters }) => matters);
  return (
    <ListPage
      page="matters"
      note={useSettled(search, list.page?.totalCount) ?? t("note")}
      search={search}
      list={list}
      ledger={layoutOf(search)}
      creations={[
        {
          text: t("report.do"),
          may: true,
          renderDialog: (dialog) => <ReportDialog {...dialog} unitId={search.unit} />,
        },
      ]}
      columns={useMatterColumns()}
      usualColumns={usualColumns}
      filters={useMatterFilters(search)}
      empty={{ none: t("none"), hint: t("noneHint"), filtered: t("filtered") }}
      keyOf={({ number }) => number}
      renderDrawer={({ id, onClose }) => <MatterDrawer number={id} onClose={onClose} />}
    />
  );
}

/** The layout that stations keep of the kind that is shown. */
const layoutOf = ({ kind }: MattersSearch) =>
  kind === "DISPUTE" ? "disputes" : kind === "HAZARD" ? "hazards" : "matters";

/** How many of them are settled, as a part of all: 52/52. */
function useSettled(search: MattersSearch, total: number | undefined): string | undefined {
  const { t } = useTranslation("ledgers");
  const filter = { ...matterFilterOf(search), state: ["SETTLED" as const] };
  const { data } = useRead(MattersSettledDocument, { filter }, search.state !== undefined);
  if (!data || !total || search.state) return undefined;
  return t("settled", { settled: countText(data.matters.totalCount), total: countText(total) });
}

function useMatterFilters({ kind, category }: MattersSearch): FilterFields<MattersSearch> {
  const { t } = useTranslation(["ledgers", "work", "words", "shell"]);
  const words = (text: string) =>
    methodsIn(text)
      .map((method) => t(`work:matter.methods.${method}`))
      .join(t("shell:mark.list"));
  const categories = useCategories()?.filter((category) => !kind || category.kind === kind) ?? [];
  return {
    q: seek(t("search")),
    kind: choice(
      t("kind"),
      matterKinds.map((value) => ({ value, label: t(`words:matterKind.${value}`) })),
      { width: 110 },
    ),
    category: category?.includes(",")
      ? given((codes) => t("ofCategory", { codes }))
      : choice(
          t("category"),
          categories.map(({ code, name }) => ({ value: code, label: name })),
          { width: 130, isSought: true },
        ),
    state: choice(
      t("state"),
      matterStates.map((value) => ({ value, label: t(`work:matter.state.${value}`) })),
      { width: 100 },
    ),
    unit: unitChoice(t("unit")),
    from: dayChoice(t("from"), {}),
    to: dayChoice(t("to"), { isEnd: true }),
    method: given((methods) => t("byMethod", { methods: words(methods) })),
    foundFrom: given((day) => t("foundFrom", { day })),
    foundTo: given((day) => t("foundTo", { day })),
    once: given(() => t("once")),
    endedFrom: given((day) => t("endedFrom", { day })),
    endedTo: given((day) => t("endedTo", { day })),
    foundBy: given(() => t("foundBy")),
  };
}
