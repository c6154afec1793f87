import { type ImportKind, ImportsDocument } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { NewImport } from "./new-import.tsx";
import { importRoute } from "./routes.tsx";
import { useRunColumns } from "./use-run-columns.tsx";
import "./import.css";

const runsShown = 20;

/** Bring in a file, and see what came in before. */
export function ImportPage() {
  const { t } = useTranslation("import");
  const { kind = "GRIDS", ...search } = importRoute.useSearch();
  const { patch } = usePatch<{ kind: ImportKind }>();
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: "/import/$id", params: { id } });
  return (
    <ListPage
      page="import"
      note={t("note")}
      above={<NewImport kind={kind} onKind={(kind) => patch({ kind })} onMade={open} />}
      heading={t("runs.title")}
      search={search}
      list={useListed(ImportsDocument, pageOf(search, runsShown), ({ imports }) => imports)}
      columns={useRunColumns()}
      filters={{}}
      empty={{ none: t("runs.none"), hint: t("runs.noneHint") }}
      onOpen={({ id }) => open(id)}
    />
  );
}
