import { useTranslation } from "react-i18next";
import { EmptyNote } from "../ui/empty-note.tsx";

/** The account belongs to no member: what it is for is at the desk. */
export function NoMember() {
  const { t } = useTranslation("phone");
  return (
    <EmptyNote title={t("today.noMember")}>
      <a href="/">{t("work.toDesk")}</a>
    </EmptyNote>
  );
}
