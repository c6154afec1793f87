import type { PersonFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { PersonName } from "../../ui/person-name.tsx";

/** Who in fact stands in for somebody who is away now. */
export function StandIn({ person }: { person: PersonFieldsFragment | null }) {
  const { t } = useTranslation("members");
  return (
    <span className="member-stand-in">
      {person ? (
        <>
          {t("standIn")} <PersonName {...person} />
        </>
      ) : (
        t("nobodyStandsIn")
      )}
    </span>
  );
}
