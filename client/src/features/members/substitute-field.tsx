import {
  MemberChoicesDocument,
  type MemberChoicesQuery,
  type PersonFieldsFragment,
} from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { PersonName } from "../../ui/person-name.tsx";
import type { Member } from "./member.ts";

interface SubstituteFieldProps {
  member: Member;
  /** Who is named already. */
  named?: PersonFieldsFragment | null;
}

/** Who stands in, found by name, badge or pinyin initials; those of the member's own unit come first. */
export function SubstituteField({ member, named }: SubstituteFieldProps) {
  const { t } = useTranslation("members");
  return (
    <Form.Item name="substituteId" label={t("absence.substitute")} extra={t("absence.substituteHint")}>
      <SubstituteSelect member={member} named={named} />
    </Form.Item>
  );
}

interface SubstituteSelectProps extends SubstituteFieldProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

function SubstituteSelect({ member, named, id, value, onChange }: SubstituteSelectProps) {
  const { t } = useTranslation("members");
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const filter = search ? { search } : { unitId: member.unit?.id, kind: member.kind };
  const { data, loading } = useRead(MemberChoicesDocument, { filter });
  const found = (data?.members.nodes ?? []).filter(({ id, status }) => id !== member.id && status !== "LEFT");
  const isListed = found.some((person) => person.id === value);
  const options = [
    ...(named && named.id === value && !isListed ? [{ value: named.id, label: <PersonName {...named} /> }] : []),
    ...found.map((person) => ({ value: person.id, label: <Choice person={person} /> })),
  ];
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t("absence.substituteSearch")}
      loading={loading}
      options={options}
      notFoundContent={t(loading ? "searching" : "nobodyFound")}
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
