import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { buildSchema, type GraphQLSchema } from "graphql";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useIsDark } from "../../lib/theme.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { makeFetcher } from "./fetcher.ts";
import { forgetfulStorage } from "./forgetful-storage.ts";

interface ExplorerProps {
  token: string;
  query: string;
  variables: string;
}

export default function Explorer({ token, query, variables }: ExplorerProps) {
  const { schema, problem } = useSchema();
  const fetcher = useMemo(() => makeFetcher(() => token), [token]);
  const storage = useMemo(() => forgetfulStorage(), []);
  return (
    <div className="api-explorer">
      {problem ? <ProblemNote problem={problem} /> : null}
      <GraphiQL
        fetcher={fetcher}
        schema={schema ?? null}
        initialQuery={query}
        initialVariables={variables}
        storage={storage}
        forcedTheme={useIsDark() ? "dark" : "light"}
        isHeadersEditorEnabled={false}
        defaultEditorToolsVisibility="variables"
      />
    </div>
  );
}

/** The published schema, so that completion and documentation need no token. */
function useSchema() {
  const { t } = useTranslation("api");
  const [schema, setSchema] = useState<GraphQLSchema>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    fetch("/api/schema.graphql")
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
      .then((text) => setSchema(buildSchema(text)))
      .catch(() => setProblem({ code: "SCHEMA", message: t("noSchema"), faults: [] }));
  }, [t]);
  return { schema, problem };
}
