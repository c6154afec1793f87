import { SessionsDocument, SignOutEverywhereDocument } from "@maple-bridge/schema/documents";
import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { signInAddress } from "../../lib/doors.ts";
import { leaveFor } from "../../lib/leave.ts";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { PolicySection } from "./policy-section.tsx";
import { sessionsRoute, type SessionSearch } from "./routes.tsx";
import { useSessionColumns } from "./session-columns.tsx";
import "./accounts.css";

export function SessionsPage() {
  const { t } = useTranslation(["accounts", "shell"]);
  const search = sessionsRoute.useSearch();
  const { patch, refine } = usePatch<SessionSearch>();
  const viewer = useViewer();
  const columns = useSessionColumns();
  const signOutEverywhere = useSignOutEverywhere();
  const { data, problem, retry, refreshing } = useRead(SessionsDocument, {
    ...pageOf(search),
    accountId: search.own ? viewer.id : undefined,
  });
  const page = data?.sessions;
  return (
    <>
      <PageHeader
        title={t("shell:page.sessions.title")}
        note={t("session.note")}
        actions={<Button onClick={() => void signOutEverywhere()}>{t("session.everywhere")}</Button>}
      />
      <PolicySection />
      {may(viewer, "SEE_ACCOUNTS") ? (
        <FilterBar label={t("filter")}>
          <Checkbox
            checked={search.own ?? false}
            onChange={({ target }) => refine({ own: target.checked || undefined })}
          >
            {t("session.own")}
          </Checkbox>
        </FilterBar>
      ) : null}
      <DataTable
        label={t("shell:page.sessions.title")}
        columns={columns}
        rows={page?.nodes}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<EmptyNote title={t("session.none")} />}
        page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
      />
    </>
  );
}

function useSignOutEverywhere() {
  const { t } = useTranslation("accounts");
  const confirm = useConfirm();
  const tell = useTellProblem();
  const [signOut] = useCommand(SignOutEverywhereDocument);
  return async () => {
    const question = {
      title: t("session.everywhereTitle"),
      content: t("session.everywhereNote"),
      okText: t("session.everywhere"),
      danger: true,
    };
    if (!(await confirm(question))) return;
    const { problem } = await signOut({});
    if (problem && problem.code !== "UNAUTHENTICATED") return tell(problem);
    leaveFor(signInAddress());
  };
}
