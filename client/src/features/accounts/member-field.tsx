import { MembersToLinkDocument } from "@maple-bridge/schema/documents";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../../ui/found-select.tsx";
import { PersonName } from "../../ui/person-name.tsx";

interface MemberFieldProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  /** Who is chosen before anybody was looked for. */
  chosen?: { value: string; label: ReactNode };
}

/** Finds a member by name, badge or pinyin initials. */
export function MemberField({ id, value, onChange, chosen }: MemberFieldProps) {
  const { t } = useTranslation("accounts");
  const sought = useSought();
  const read = useRead(MembersToLinkDocument, { filter: { search: sought.text } });
  const page = read.data?.members;
  return (
    <FoundSelect
      id={id}
      value={value}
      onChange={(chosenId) => onChange?.(chosenId ?? null)}
      sought={sought}
      read={read}
      found={page?.nodes.map((member) => ({
        value: member.id,
        label: (
          <PersonName name={member.name} badge={member.badge}>
            <span className="note"> {member.unit?.name}</span>
          </PersonName>
        ),
      }))}
      more={page && page.totalCount - page.nodes.length}
      none={t("account.noMember")}
      named={chosen}
      placeholder={t("account.memberSearch")}
    />
  );
}
