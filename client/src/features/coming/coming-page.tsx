import { ComingChangesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { duties } from "../../lib/glossary.ts";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { choice } from "../../ui/list-page/choice.tsx";
import { dayChoice } from "../../ui/list-page/day-choice.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { unitChoice } from "../../ui/list-page/unit-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { Section } from "../../ui/section.tsx";
import { WhenSeen } from "../../ui/when-seen.tsx";
import { filterOf } from "./coming-filter.ts";
import { comingChoices, comingRoute } from "./routes.tsx";
import { useComingColumns } from "./use-coming-columns.tsx";

const Lane = lazily(() => import("../../ui/pictures/lane.tsx"), "Lane");

/** What is settled of the posts and has not happened yet: the next ninety days in a picture, and its rows. */
export function ComingPage() {
  const { t } = useTranslation(["coming", "pictures", "words"]);
  const search = comingRoute.useSearch();
  const { from, to } = search;
  const variables = { ...pageOf(search), ...orderOf(search, "HAPPENS_AT"), filter: filterOf(search) };
  return (
    <ListPage
      page="coming"
      note={t("note")}
      search={search}
      list={useListed(ComingChangesDocument, variables, ({ comingChanges }) => comingChanges)}
      columns={useComingColumns()}
      filters={{
        kind: choice(
          t("kind"),
          comingChoices.map((value) => ({
            value,
            label: value === "ENDS" ? t("ends") : t(`words:comingKind.${value}`),
          })),
          { width: 180 },
        ),
        from: dayChoice(t("from"), { last: to }),
        to: dayChoice(t("to"), { first: from, isEnd: true }),
        unit: unitChoice(t("unit")),
        duty: choice(
          t("duty"),
          duties.map((value) => ({ value, label: t(`words:duty.${value}`) })),
          { width: 130 },
        ),
      }}
      empty={{ none: t("none"), filtered: t("filtered") }}
      heading={t("rows")}
      above={
        <Section title={t("pictures:lane.title")}>
          <WhenSeen>
            <Lane />
          </WhenSeen>
        </Section>
      }
    />
  );
}
