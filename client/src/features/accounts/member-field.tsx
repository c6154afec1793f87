import { MembersToLinkDocument } from "@maple-bridge/schema/documents";
import { Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { PersonName } from "../../ui/person-name.tsx";

interface MemberFieldProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  /** What the chosen one is called, before anybody was looked for. */
  chosen?: ReactNode;
}

/** Finds a member by name, badge or pinyin initials. */
export function MemberField({ id, value, onChange, chosen }: MemberFieldProps) {
  const { t } = useTranslation("accounts");
  const [wanted, setWanted] = useState("");
  const { data, refreshing } = useRead(MembersToLinkDocument, { filter: { search: wanted || undefined } });
  const found = data?.members.nodes.map((member) => ({
    value: member.id,
    label: (
      <PersonName name={member.name} badge={member.badge}>
        <span className="note"> {member.unit?.name}</span>
      </PersonName>
    ),
  }));
  const isMissing = value && wanted === "" && !found?.some((option) => option.value === value);
  return (
    <Select
      id={id}
      allowClear
      placeholder={t("account.memberSearch")}
      value={value ?? undefined}
      onChange={(chosenId: string | undefined) => onChange?.(chosenId ?? null)}
      showSearch={{ filterOption: false, onSearch: setWanted }}
      loading={refreshing}
      options={isMissing ? [{ value, label: chosen }, ...(found ?? [])] : found}
      notFoundContent={t("account.noMember")}
    />
  );
}
