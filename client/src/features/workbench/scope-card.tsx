import { useTranslation } from "react-i18next";
import { useViewer } from "../../lib/viewer.tsx";
import { Card } from "../../ui/card.tsx";

/** Whose eyes one looks with: the roles held, and over which units. */
export function ScopeCard() {
  const { t } = useTranslation(["workbench", "words"]);
  const { roles } = useViewer();
  return (
    <Card title={t("scope")}>
      <ul className="plain">
        {roles.map(({ id, role, unitName }) => (
          <li key={id}>
            <strong>{t(`words:role.${role}`)}</strong> {unitName}
          </li>
        ))}
      </ul>
    </Card>
  );
}
