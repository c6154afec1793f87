import type { Role } from "@maple-bridge/schema/documents";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { roles } from "./routes.tsx";

interface RoleSelectProps {
  id?: string;
  value?: Role;
  onChange?: (role: Role) => void;
  label?: string;
}

export function RoleSelect({ id, value, onChange, label }: RoleSelectProps) {
  const { t } = useTranslation(["accounts", "words"]);
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={t("role.choose")}
      value={value}
      onChange={onChange}
      options={roles.map((role) => ({ value: role, label: t(`words:role.${role}`), note: t(`role.means.${role}`) }))}
      optionRender={withMeaning}
    />
  );
}

const withMeaning = ({ label, data }: { label?: ReactNode; data: { note: string } }) => (
  <>
    {label} <span className="note">{data.note}</span>
  </>
);
