import { ExampleGridDocument } from "@maple-bridge/schema/documents";
import { Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ExampleList } from "./example-list.tsx";
import { exampleNamed, variablesOf } from "./examples.ts";
import { apiRoute } from "./routes.tsx";
import { TokenPanel } from "./token-panel.tsx";
import "./api.css";

const Explorer = lazy(() => import("./explorer.tsx"));

/** The API as a program sees it: a token, the schema, and operations to try. */
export function ApiPage() {
  const { t } = useTranslation("api");
  const search = apiRoute.useSearch();
  const { patch } = usePatch<typeof search>();
  const [token, setToken] = useState("");
  const example = exampleNamed(search.example);
  const grid = useRead(ExampleGridDocument, {});
  const variables = variablesOf(example, grid.data?.grids.nodes[0]?.code);
  return (
    <div className="api-page">
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <a href="/api/schema.graphql" target="_blank" rel="noreferrer">
            {t("schema")}
          </a>
        }
      />
      <aside>
        <TokenPanel token={token} onToken={setToken} />
        <ExampleList chosen={example.name} onChoose={(name) => patch({ example: name })} />
      </aside>
      <Suspense fallback={<Skeleton active paragraph={{ rows: 10 }} />}>
        {grid.loading ? (
          <Skeleton active paragraph={{ rows: 10 }} />
        ) : (
          <Explorer key={example.name} token={token} query={example.query} variables={variables} />
        )}
      </Suspense>
    </div>
  );
}
