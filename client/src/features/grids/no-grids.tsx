import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Patching } from "../../lib/url-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { bounds, type GridsSearch, isFiltered } from "./grids-search.ts";

interface NoGridsProps extends Pick<Patching<GridsSearch>, "refine"> {
  search: GridsSearch;
  onCreate: (() => void) | undefined;
}

/** In place of grids: why there are none, and what to do about it. */
export function NoGrids({ search, refine, onCreate }: NoGridsProps) {
  const { t } = useTranslation(["grids", "shell"]);
  const { bureau } = useViewer();
  if (search.gap && !search.q && !search.township && !search.kind && !search.complexity)
    return (
      <EmptyNote title={t("empty.noGaps")}>
        <Button onClick={() => refine({ gap: undefined })}>{t("empty.showAll")}</Button>
      </EmptyNote>
    );
  if (isFiltered(search))
    return (
      <EmptyNote title={t("empty.filtered")}>
        <Button
          onClick={() =>
            refine({
              ...Object.fromEntries(bounds.map((bound) => [bound, undefined])),
              ...{
                q: undefined,
                kind: undefined,
                complexity: undefined,
                gap: undefined,
                closed: undefined,
                township: undefined,
              },
            })
          }
        >
          {t("shell:filters.clear")}
        </Button>
      </EmptyNote>
    );
  return (
    <EmptyNote title={t(search.at ? "empty.thatDay" : search.unit ? "empty.unit" : "empty.none")}>
      {may(bureau, "IMPORT") ? (
        <Link to="/import" search={{ kind: "GRIDS" }}>
          {t("empty.import")}
        </Link>
      ) : null}{" "}
      {onCreate ? (
        <Button size="small" onClick={onCreate}>
          {t("create.title")}
        </Button>
      ) : null}
    </EmptyNote>
  );
}
