import { useTranslation } from "react-i18next";
import { PageHeader } from "../ui/page-header.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";

/** A fault of the page itself, or a release that replaced the files it was loaded from. */
export function FailurePage() {
  const { t } = useTranslation("shell");
  return (
    <div className="lone-page">
      <PageHeader title={t("failure.title")} />
      <ProblemNote
        problem={{ code: "PAGE", message: t("failure.note"), faults: [] }}
        onRetry={() => window.location.reload()}
      />
    </div>
  );
}
