import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { may, useViewer } from "../../lib/viewer.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { isFiltered, type MembersSearch } from "./members-search.ts";

interface NoMembersProps {
  search: MembersSearch;
  refine: (changes: Partial<MembersSearch>) => void;
  onCreate: (() => void) | undefined;
}

export function NoMembers({ search, refine, onCreate }: NoMembersProps) {
  const { t } = useTranslation("members");
  const { bureau } = useViewer();
  const clear = () => refine({ q: undefined, kind: undefined, unit: undefined, status: undefined });
  if (isFiltered(search))
    return (
      <EmptyNote title={t("empty.filtered")}>
        <Button size="small" onClick={clear}>
          {t("empty.clear")}
        </Button>
      </EmptyNote>
    );
  return (
    <EmptyNote title={t("empty.none")}>
      {may(bureau, "IMPORT") ? (
        <Link to="/import" search={{ kind: "MEMBERS" }}>
          {t("empty.import")}
        </Link>
      ) : null}{" "}
      {onCreate ? (
        <Button size="small" onClick={onCreate}>
          {t("create")}
        </Button>
      ) : null}
    </EmptyNote>
  );
}
