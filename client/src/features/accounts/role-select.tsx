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
  /** All roles where it is left out. */
  choices?: readonly Role[];
}

export function RoleSelect({ id, value, onChange, label, choices = roles }: RoleSelectProps) {
  const { t } = useTranslation(["accounts", "words"]);
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={t("role.choose")}
      value={value}
      onChange={onChange}
      options={choices.map((role) => ({ value: role, label: t(`words:role.${role}`), note: t(`role.means.${role}`) }))}
      optionRender={withMeaning}
    />
  );
}

const withMeaning = ({ label, data }: { label?: ReactNode; data: { note: string } }) => (
  <>
    {label} <span className="note">{data.note}</span>
  </>
);
