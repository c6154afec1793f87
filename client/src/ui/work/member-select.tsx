import { MemberChoicesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../found-select.tsx";
import { PersonName } from "../person-name.tsx";
import type { PickerProps } from "./picker.ts";

/** Finds a member on the strength by name, badge or pinyin initials. */
export function MemberSelect({ id, value, onChange }: PickerProps) {
  const { t } = useTranslation("work");
  const sought = useSought();
  const read = useRead(MemberChoicesDocument, { filter: { search: sought.text } });
  const page = read.data?.members;
  return (
    <FoundSelect
      id={id}
      value={value}
      onChange={(chosen) => onChange?.(chosen, nameOf(page?.nodes.find((member) => member.id === chosen)))}
      sought={sought}
      read={read}
      found={page?.nodes
        .filter(({ status }) => status !== "LEFT")
        .map((member) => ({
          value: member.id,
          label: (
            <PersonName name={member.name} badge={member.badge}>
              <span className="note"> {member.unit?.name}</span>
            </PersonName>
          ),
        }))}
      more={page && page.totalCount - page.nodes.length}
      none={t("pick.nobody")}
      placeholder={t("pick.member")}
    />
  );
}

const nameOf = (member: { name: string; badge: string } | undefined) => member && `${member.name} ${member.badge}`;
