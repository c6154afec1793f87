import type { ApiTokensQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Holder } from "./holder.tsx";
import { RevokeTokenButton } from "./revoke-token-button.tsx";
import { TokenLight } from "./token-light.tsx";

type TokenLine = ApiTokensQuery["apiTokens"]["nodes"][number];

export function useTokenColumns(): Column<TokenLine>[] {
  const { t } = useTranslation(["accounts", "words"]);
  return [
    { key: "name", title: t("token.name"), width: 220, render: ({ name }) => name, file: "name" },
    {
      key: "account",
      title: t("account.one"),
      width: 240,
      render: ({ account }) => <Holder account={account} />,
      file: { path: "account", parts: ["displayName", "signInName"] },
    },
    {
      key: "scope",
      title: t("token.scope"),
      width: 80,
      render: ({ scope }) => t(`words:tokenScope.${scope}`),
      file: { path: "scope", words: t("words:tokenScope", { returnObjects: true }) },
    },
    {
      key: "prefix",
      title: t("token.prefix"),
      width: 110,
      render: ({ prefix }) => <code>{prefix}…</code>,
      file: "prefix",
    },
    {
      key: "state",
      title: t("account.state"),
      width: 90,
      render: (token) => <TokenLight token={token} />,
      file: [
        { path: "isUsable", words: { true: t("token.usable"), false: "" } },
        { path: "revokedAt", words: { "*": t("token.revoked") } },
      ],
    },
    {
      key: "expires",
      title: t("token.expires"),
      width: 150,
      render: ({ expiresAt }) => <DateText value={expiresAt} minutes />,
      file: "expiresAt",
    },
    {
      key: "used",
      title: t("token.lastUsed"),
      width: 150,
      render: ({ lastUsedAt }) => <DateText value={lastUsedAt} minutes />,
      file: "lastUsedAt",
    },
    {
      key: "revoke",
      title: "",
      render: (token) => (may(token, "REVOKE_API_TOKEN") ? <RevokeTokenButton token={token} /> : null),
    },
  ];
}
