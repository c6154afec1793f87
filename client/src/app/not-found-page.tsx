import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyNote } from "../ui/empty-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHeader title={t("notFound.title")} />
      <EmptyNote title={t("notFound.note")}>
        <Link to="/">{t("notFound.back")}</Link>
      </EmptyNote>
    </>
  );
}
