import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useViewer } from "../../lib/viewer.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ScopeCard } from "./scope-card.tsx";

/** What waits for whoever is signed in; each card is one click from its list. */
export function WorkbenchPage() {
  const { t } = useTranslation("workbench");
  const viewer = useViewer();
  return (
    <>
      <PageHeader title={t("title")} note={t("greeting", { name: viewer.displayName, day: today() })} />
      <div className="cards">
        <ScopeCard />
      </div>
    </>
  );
}
