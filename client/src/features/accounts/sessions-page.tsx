import { SessionsDocument, SignOutEverywhereDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { signInAddress } from "../../lib/doors.ts";
import { leaveFor } from "../../lib/leave.ts";
import { pageOf } from "../../lib/list-state.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { tick } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { PolicySection } from "./policy-section.tsx";
import { sessionsRoute } from "./routes.tsx";
import { useSessionColumns } from "./session-columns.tsx";
import "./accounts.css";

export function SessionsPage() {
  const { t } = useTranslation("accounts");
  const search = sessionsRoute.useSearch();
  const viewer = useViewer();
  const signOutEverywhere = useSignOutEverywhere();
  const variables = { ...pageOf(search), accountId: search.own ? viewer.id : undefined };
  return (
    <ListPage
      page="sessions"
      note={t("session.note")}
      search={search}
      list={useListed(SessionsDocument, variables, ({ sessions }) => sessions)}
      columns={useSessionColumns()}
      actions={<Button onClick={() => void signOutEverywhere()}>{t("session.everywhere")}</Button>}
      above={<PolicySection />}
      filters={{ own: may(viewer, "SEE_ACCOUNTS") ? tick(t("session.own")) : undefined }}
      empty={{ none: t("session.none") }}
    />
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
