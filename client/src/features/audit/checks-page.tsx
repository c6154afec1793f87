import { ChainCheckListDocument, type ChainCheckFilter } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay } from "../../lib/dates.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { choice } from "../../ui/list-page/choice.tsx";
import { dayChoice } from "../../ui/list-page/day-choice.tsx";
import { seek } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useCheckColumns } from "./check-columns.tsx";
import { checkOrigins, checksFound, type ChecksSearch, checksRoute } from "./routes.tsx";

/** What checks of the log have found, one after another. */
export function ChecksPage() {
  const { t } = useTranslation("auditing");
  const search = checksRoute.useSearch();
  const variables = { ...pageOf(search), ...orderOf(search), filter: filterOf(search) };
  return (
    <ListPage
      page="chainChecks"
      note={t("checks.note")}
      search={search}
      list={useListed(ChainCheckListDocument, variables, ({ chainChecks }) => chainChecks)}
      columns={useCheckColumns()}
      filters={{
        found: choice(
          t("checks.found"),
          checksFound.map((value) => ({ value, label: t(`checks.${value}`) })),
          { width: 150 },
        ),
        origin: choice(
          t("checks.origin"),
          checkOrigins.map((value) => ({ value, label: t(`checks.of.${value}`) })),
          { width: 130 },
        ),
        actor: seek(t("checks.actorSearch")),
        from: dayChoice(t("checks.from"), { last: search.to }),
        to: dayChoice(t("checks.to"), { first: search.from, isEnd: true }),
      }}
      empty={{ none: t("checks.none"), filtered: t("checks.filtered") }}
    />
  );
}

const filterOf = ({ found, origin, actor, from, to }: ChecksSearch): ChainCheckFilter => ({
  intact: found === "intact" ? true : found === "broken" ? false : undefined,
  ended: found === "noResult" ? false : undefined,
  origin,
  actor,
  from: from && startOfDay(from),
  before: to && startOfDay(dayAfter(to, 1)),
});
