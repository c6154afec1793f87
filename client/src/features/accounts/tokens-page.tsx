import { ApiTokensDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { pageOf } from "../../lib/list-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { tick } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { tokensRoute } from "./routes.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useTokenColumns } from "./token-columns.tsx";
import "./accounts.css";

const CreateTokenDialog = lazily(() => import("./create-token-dialog.tsx"), "CreateTokenDialog");

export function TokensPage() {
  const { t } = useTranslation("accounts");
  const search = tokensRoute.useSearch();
  const viewer = useViewer();
  const [made, setMade] = useState<{ secret: string | null }>();
  const variables = { ...pageOf(search), usable: search.all ? undefined : true };
  return (
    <ListPage
      page="tokens"
      note={t("token.note")}
      search={search}
      list={useListed(ApiTokensDocument, variables, ({ apiTokens }) => apiTokens)}
      columns={useTokenColumns()}
      filters={{ all: tick(t("token.all")) }}
      empty={{ none: t("token.none"), hint: t("token.noneHint") }}
      creations={[
        {
          text: t("token.create"),
          may: may(viewer, "CREATE_API_TOKEN"),
          renderDialog: (dialog) => <CreateTokenDialog {...dialog} onMade={setMade} />,
        },
      ]}
    >
      <ShownOnce
        title={t("token.made")}
        note={t(made?.secret ? "token.madeNote" : "token.lost")}
        secrets={[{ label: t("token.one"), text: made?.secret }]}
        open={made !== undefined}
        onClose={() => setMade(undefined)}
      />
    </ListPage>
  );
}
