import type { AccountOrder, AccountRowFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { AccountLight } from "./account-light.tsx";

export function useAccountColumns(): Column<AccountRowFragment, AccountOrder>[] {
  const { t } = useTranslation(["accounts", "words"]);
  return [
    {
      key: "display",
      title: t("account.displayName"),
      order: "DISPLAY_NAME",
      width: 140,
      render: ({ displayName }) => displayName,
      file: "displayName",
    },
    {
      key: "name",
      title: t("account.signInName"),
      order: "NAME",
      width: 220,
      render: ({ signInName }) => signInName,
      file: "signInName",
    },
    {
      key: "roles",
      title: t("role.many"),
      width: 300,
      render: ({ roles }) => <RoleWords roles={roles} />,
      file: {
        path: "roles",
        parts: [{ path: "role", words: t("words:role", { returnObjects: true }) }, "unitName"],
      },
    },
    {
      key: "state",
      order: "STATE",
      // Of those that are enabled, some are locked.
      saidBy: ({ filters }) => filters["state"] === "disabled",
      title: t("account.state"),
      width: 150,
      render: (account) => <AccountLight account={account} />,
      file: { path: "disabledAt", words: { "": t("account.enabled"), "*": t("account.disabled") } },
    },
    {
      key: "seen",
      title: t("account.lastSignIn"),
      width: 150,
      render: ({ lastSignInAt }) => <DateText value={lastSignInAt} minutes />,
      file: "lastSignInAt",
    },
    {
      key: "created",
      title: t("account.created"),
      order: "CREATED_AT",
      render: ({ createdAt }) => <DateText value={createdAt} />,
      file: "createdAt",
    },
  ];
}

function RoleWords({ roles }: Pick<AccountRowFragment, "roles">) {
  const { t } = useTranslation(["accounts", "words"]);
  if (roles.length === 0) return <span className="absent">{t("role.none")}</span>;
  return roles.map(({ id, role, unitName }) => (
    <div key={id}>
      {t(`words:role.${role}`)}
      <span className="note"> · {unitName}</span>
    </div>
  ));
}
