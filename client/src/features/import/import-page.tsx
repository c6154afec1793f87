import { type ImportKind, ImportsDocument } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { choice } from "../../ui/list-page/choice.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { atLeast, atMost } from "../../ui/list-page/number-filters.ts";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { NewImport } from "./new-import.tsx";
import { importKinds, importRoute, importStatuses } from "./routes.tsx";
import { useRunColumns } from "./use-run-columns.tsx";
import "./import.css";

const runsShown = 20;

/** Bring in a file, and see what came in before. */
export function ImportPage() {
  const { t } = useTranslation("import");
  const search = importRoute.useSearch();
  const { kind = "GRIDS", sort, down = sort === undefined ? true : undefined } = search;
  const variables = {
    ...pageOf(search, runsShown),
    ...orderOf({ sort, down }, "NEWEST"),
    filter: {
      kind: search.of,
      status: search.status,
      rowsAtLeast: search.rowsMin,
      rowsAtMost: search.rowsMax,
      errorsAtLeast: search.errorsMin,
      errorsAtMost: search.errorsMax,
    },
  };
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
      list={useListed(ImportsDocument, variables, ({ imports }) => imports)}
      columns={useRunColumns()}
      filters={{
        kind: undefined,
        of: choice(
          t("kind.label"),
          importKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          { width: 132 },
        ),
        status: choice(
          t("runs.status"),
          importStatuses.map((value) => ({ value, label: t(`light.${value}`, { done: "…", total: "…" }) })),
          { width: 132 },
        ),
        rowsMin: atLeast(t("runs.rows")),
        rowsMax: atMost(t("runs.rows")),
        errorsMin: atLeast(t("runs.errors")),
        errorsMax: atMost(t("runs.errors")),
      }}
      empty={{ none: t("runs.none"), hint: t("runs.noneHint"), filtered: t("runs.filtered") }}
      onOpen={({ id }) => open(id)}
    />
  );
}
