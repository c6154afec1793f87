import type { SessionsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { browserOf } from "../../lib/browser-of.ts";
import { EndSessionButton } from "./end-session-button.tsx";
import { Holder } from "./holder.tsx";

type SessionLine = SessionsQuery["sessions"]["nodes"][number];

export function useSessionColumns(): Column<SessionLine>[] {
  const { t } = useTranslation("accounts");
  return [
    {
      key: "account",
      title: t("account.one"),
      width: 280,
      render: ({ account }) => <Holder account={account} />,
      file: { path: "account", parts: ["displayName", "signInName"] },
    },
    {
      key: "browser",
      title: t("session.browser"),
      width: 190,
      render: ({ userAgent }) => <Browser userAgent={userAgent} />,
      file: "userAgent",
    },
    {
      key: "address",
      title: t("session.address"),
      width: 140,
      render: ({ address }) => address ?? "—",
      file: "address",
    },
    {
      key: "opened",
      title: t("session.opened"),
      width: 150,
      render: ({ createdAt }) => <DateText value={createdAt} minutes />,
      file: "createdAt",
    },
    {
      key: "seen",
      title: t("session.lastSeen"),
      width: 150,
      render: ({ lastSeenAt }) => <DateText value={lastSeenAt} minutes />,
      file: "lastSeenAt",
    },
    {
      key: "ends",
      title: t("session.ends"),
      width: 150,
      render: ({ idleAt }) => <DateText value={idleAt} minutes />,
      file: "idleAt",
    },
    {
      key: "end",
      title: "",
      render: (session) => (may(session, "END_SESSION") ? <EndSessionButton session={session} /> : null),
    },
  ];
}

const Browser = ({ userAgent }: Pick<SessionLine, "userAgent">) =>
  userAgent ? <span title={userAgent}>{browserOf(userAgent)}</span> : "—";
