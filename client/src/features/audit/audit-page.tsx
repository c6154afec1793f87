import { AuditEntriesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { pageOf } from "../../lib/list-state.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { dayChoice } from "../../ui/list-page/day-choice.tsx";
import { seek } from "../../ui/list-page/filter-fields.tsx";
import { givenRow } from "../../ui/list-page/given.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { ChainReport } from "../../ui/auditing/chain-report.tsx";
import { oddChanges } from "../../ui/auditing/odd-changes.ts";
import { useAuditColumns } from "./audit-columns.tsx";
import { useActionChoices, useTypeChoices } from "./filter-choices.ts";
import { type AuditSearch, auditRoute } from "./routes.tsx";
import "./audit.css";

const AuditDrawer = lazily(() => import("./audit-drawer.tsx"), "AuditDrawer");

export function AuditPage() {
  const { t } = useTranslation(["audit", "auditing"]);
  const search = auditRoute.useSearch();
  const variables = { ...pageOf(search), filter: filterOf(search) };
  return (
    <ListPage
      page="audit"
      note={search.odd ? t(`auditing:odd.why.${search.odd}`) : t("note")}
      search={search}
      list={useListed(AuditEntriesDocument, variables, ({ auditEntries }) => auditEntries)}
      columns={useAuditColumns()}
      underTitle={<ChainReport withHash />}
      actions={<ButtonLink to="/system/audit/checks">{t("auditing:checks.all")}</ButtonLink>}
      filters={{
        action: choice(t("action"), useActionChoices(), { width: 180, isSought: true }),
        type: choice(t("entity"), useTypeChoices(), { width: 140 }),
        odd: choice(
          t("auditing:odd.label"),
          oddChanges.map((value) => ({ value, label: t(`auditing:odd.kind.${value}`) })),
          { width: 120 },
        ),
        actor: seek(t("actorSearch")),
        from: dayChoice(t("from"), { last: search.to }),
        to: dayChoice(t("to"), { first: search.from, isEnd: true }),
        entity: givenRow(t("only")),
      }}
      empty={{ none: t("none"), hint: t("noneHint") }}
      renderDrawer={(drawer) => <AuditDrawer {...drawer} />}
    />
  );
}

/** The last day is a day one still sees; the server takes the instant before which. */
const filterOf = ({ action, actor, type, entity, odd, from, to }: AuditSearch) => ({
  action,
  actor,
  entityType: type,
  entityId: entity,
  odd,
  from: from && startOfDay(from),
  to: to && startOfDay(dayAfter(to, 1)),
});
