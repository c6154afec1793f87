import { DeadlineRulesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { urgencies } from "../../ui/work/work-glossary.ts";
import { useWorkWords } from "../../ui/work/work-words.ts";
import { useDeadlineColumns } from "./deadline-columns.tsx";
import { MovedSection } from "./moved-section.tsx";
import { deadlineRulesRoute } from "./routes.tsx";
import { everyOne, keyOf, ruleFor, subjects } from "./subject.ts";

const DeadlineDrawer = lazily(() => import("./deadline-drawer.tsx"), "DeadlineDrawer");
const DeadlinePresetDialog = lazily(() => import("./deadline-preset-dialog.tsx"), "DeadlinePresetDialog");

/** By when work is owed, down the kinds and urgencies; each opens its revisions. */
export function DeadlinesPage() {
  const { t } = useTranslation(["deadline-rules", "work"]);
  const { kindOf } = useWorkWords();
  const search = deadlineRulesRoute.useSearch();
  const { bureau } = useViewer();
  const { data, ...read } = useRead(DeadlineRulesDocument, {});
  const rules = new Map(data?.deadlineRules.nodes.map((rule) => [keyOf(rule), rule]));
  const rows = everyOne
    .filter(({ kind, orderKind }) => !search.kind || search.kind === (orderKind ?? kind))
    .filter(({ urgency }) => !search.urgency || search.urgency === urgency)
    .map((each) => ({ id: keyOf(each), ruleFor: each, rule: rules.get(keyOf(each)) }));
  return (
    <ListPage
      page="deadlineRules"
      note={t("note")}
      search={search}
      list={{
        ...read,
        rows: data && rows,
        asked: { document: DeadlineRulesDocument, variables: {}, ids: rows.flatMap(({ rule }) => rule?.id ?? []) },
      }}
      columns={useDeadlineColumns()}
      filters={{
        kind: choice(
          t("kind"),
          subjects.map((value) => ({ value, label: kindOf(ruleFor(value, "ORDINARY")) })),
          { width: 140 },
        ),
        urgency: choice(
          t("urgency"),
          urgencies.map((value) => ({ value, label: t(`work:urgency.${value}`) })),
          { width: 140 },
        ),
      }}
      empty={{ none: t("none") }}
      creations={[
        {
          text: t("preset.apply"),
          may: may(bureau, "SET_DEADLINE_RULE"),
          renderDialog: (dialog) => <DeadlinePresetDialog {...dialog} />,
        },
      ]}
      renderDrawer={({ id, onClose }) => <DeadlineDrawer open={id} onClose={onClose} />}
    >
      <MovedSection />
    </ListPage>
  );
}
