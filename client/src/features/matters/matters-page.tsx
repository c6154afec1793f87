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
import { itemToOpen } from "../../ui/work/matter.ts";
import { matterKinds } from "../../ui/work/work-glossary.ts";
import { useMatterColumns } from "./matter-columns.tsx";
import { matterFilterOf, type MattersSearch, matterStates, methodsIn } from "./matters-search.ts";
import { mattersRoute } from "./routes.tsx";
import "./matters.css";

const WorkDrawer = lazily(() => import("../../ui/work/work-drawer.tsx"), "WorkDrawer");

/** All matters in the viewer's sight, over or not; one opens with the work about it. */
export function MattersPage() {
  const { t } = useTranslation("work");
  const search = mattersRoute.useSearch();
  const filter = matterFilterOf(search);
  const order = search.sort ? orderOf(search) : { orderBy: "NEWEST" as const, direction: "DESC" as const };
  const list = useListed(MattersDocument, { ...pageOf(search), ...order, filter }, ({ matters }) => matters);
  return (
    <ListPage
      page="matters"
      note={useSettled(search, list.page?.totalCount) ?? t("matters.note")}
      search={search}
      list={list}
      columns={useMatterColumns()}
      filters={useMatterFilters()}
      empty={{ none: t("matters.none"), hint: t("matters.noneHint"), filtered: t("matters.filtered") }}
      keyOf={({ id, items }) => itemToOpen(items)?.id ?? id}
      renderDrawer={(drawer) => <WorkDrawer {...drawer} onDone={drawer.onClose} />}
    />
  );
}

/** How many of them are settled, as a part of all: 52/52. */
function useSettled(search: MattersSearch, total: number | undefined): string | undefined {
  const { t } = useTranslation("work");
  const filter = { ...matterFilterOf(search), state: ["SETTLED" as const] };
  const { data } = useRead(MattersSettledDocument, { filter }, search.state !== undefined);
  if (!data || !total || search.state) return undefined;
  return t("matters.settled", { settled: countText(data.matters.totalCount), total: countText(total) });
}

function useMatterFilters(): FilterFields<MattersSearch> {
  const { t } = useTranslation(["work", "words"]);
  const words = (text: string) =>
    methodsIn(text)
      .map((method) => t(`matter.methods.${method}`))
      .join("、");
  return {
    q: seek(t("matters.search")),
    kind: choice(
      t("matters.kind"),
      matterKinds.map((value) => ({ value, label: t(`words:matterKind.${value}`) })),
      { width: 110 },
    ),
    state: choice(
      t("matter.outcome"),
      matterStates.map((value) => ({ value, label: t(`matter.state.${value}`) })),
      { width: 100 },
    ),
    unit: unitChoice(t("matters.unit")),
    from: dayChoice(t("matters.from"), {}),
    to: dayChoice(t("matters.to"), { isEnd: true }),
    category: given((codes) => t("matters.ofCategory", { codes })),
    method: given((methods) => t("matters.byMethod", { methods: words(methods) })),
    endedFrom: given((day) => t("matters.endedFrom", { day })),
    endedTo: given((day) => t("matters.endedTo", { day })),
  };
}
