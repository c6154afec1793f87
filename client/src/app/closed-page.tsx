import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ClosedTo } from "../lib/pages.ts";
import { EmptyNote } from "../ui/empty-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";

/** What those find at the address of a page whom it does not open to. */
export function ClosedPage({ page: { name, opensTo } }: { page: ClosedTo }) {
  const { t } = useTranslation(["shell", "page"]);
  return (
    <>
      <PageHeader title={t(`page:${name}.title`)} />
      <EmptyNote title={t("closed.title")}>
        <p>{t(`closed.whom.${opensTo.whom}`)}</p>
        <p>{t("closed.note")}</p>
        <Link to="/">{t("notFound.back")}</Link>
      </EmptyNote>
    </>
  );
}
