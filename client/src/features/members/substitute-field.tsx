import {
  MemberChoicesDocument,
  type MemberChoicesQuery,
  type PersonFieldsFragment,
} from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../../ui/found-select.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { Member } from "./member.ts";

interface SubstituteFieldProps {
  member: Member;
  /** Who is named already. */
  named?: PersonFieldsFragment | null;
  /** The dialog begins here. */
  autoFocus?: boolean;
}

/** Who stands in, found by name, badge or pinyin initials; those of the member's own unit come first. */
export function SubstituteField({ member, named, autoFocus = false }: SubstituteFieldProps) {
  const { t } = useTranslation("members");
  return (
    <Form.Item name="substituteId" label={t("absence.substitute")} extra={t("absence.substituteHint")}>
      <SubstituteSelect member={member} named={named} autoFocus={autoFocus} />
    </Form.Item>
  );
}

interface SubstituteSelectProps extends SubstituteFieldProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

function SubstituteSelect({ member, named, ...field }: SubstituteSelectProps) {
  const { t } = useTranslation("members");
  const sought = useSought();
  const filter = sought.text ? { search: sought.text } : { unitId: member.unit?.id, kind: member.kind };
  const read = useRead(MemberChoicesDocument, { filter });
  const page = read.data?.members;
  const others = page?.nodes.filter(({ id, status }) => id !== member.id && status !== "LEFT");
  return (
    <FoundSelect
      {...field}
      sought={sought}
      read={read}
      found={others?.map((person) => ({ value: person.id, label: <Choice person={person} /> }))}
      more={page && page.totalCount - page.nodes.length}
      none={t("nobodyFound")}
      named={named && { value: named.id, label: <PersonName {...named} /> }}
      placeholder={t("absence.substituteSearch")}
    />
  );
}

type Found = MemberChoicesQuery["members"]["nodes"][number];

function Choice({ person }: { person: Found }) {
  const { t } = useTranslation(["members", "words"]);
  const { name, badge, kind, unit, status, load } = person;
  return (
    <span className="member-choice">
      <PersonName name={name} badge={badge} />
      <span className="note">
        {[
          t(`words:memberKind.${kind}`),
          unit?.name,
          t("load.seatCount", { number: load.seats }),
          status === "ON_LEAVE" ? t("words:memberStatus.ON_LEAVE") : undefined,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </span>
  );
}
