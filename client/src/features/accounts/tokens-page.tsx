import { ApiTokensDocument } from "@maple-bridge/schema/documents";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreateTokenDialog } from "./create-token-dialog.tsx";
import { type TokenSearch, tokensRoute } from "./routes.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useTokenColumns } from "./token-columns.tsx";
import "./accounts.css";

export function TokensPage() {
  const { t } = useTranslation(["accounts", "shell"]);
  const search = tokensRoute.useSearch();
  const { patch, refine } = usePatch<TokenSearch>();
  const viewer = useViewer();
  const columns = useTokenColumns();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ secret: string | null }>();
  const { data, problem, retry, refreshing } = useRead(ApiTokensDocument, {
    ...pageOf(search),
    usable: search.all ? undefined : true,
  });
  const page = data?.apiTokens;
  return (
    <>
      <PageHeader
        title={t("shell:page.tokens.title")}
        note={t("token.note")}
        actions={
          may(viewer, "CREATE_API_TOKEN") ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t("token.create")}
            </Button>
          ) : undefined
        }
      />
      <FilterBar label={t("filter")}>
        <Checkbox checked={search.all ?? false} onChange={({ target }) => refine({ all: target.checked || undefined })}>
          {t("token.all")}
        </Checkbox>
      </FilterBar>
      <DataTable
        label={t("shell:page.tokens.title")}
        columns={columns}
        rows={page?.nodes}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<EmptyNote title={t("token.none")}>{t("token.noneHint")}</EmptyNote>}
        page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
      />
      <CreateTokenDialog open={isMaking} onClose={() => setMaking(false)} onMade={setMade} />
      <ShownOnce
        title={t("token.made")}
        note={t(made?.secret ? "token.madeNote" : "token.lost")}
        secrets={[{ label: t("token.one"), text: made?.secret }]}
        open={made !== undefined}
        onClose={() => setMade(undefined)}
      />
    </>
  );
}
