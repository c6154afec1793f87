import { Form, Input, Select } from "antd";
import type { MemberKind } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { memberKinds } from "../../lib/glossary.ts";
import { DayField } from "../../ui/day-field.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { takesMembers } from "./takes-members.ts";

export interface MemberValues {
  name: string;
  badge: string;
  kind: MemberKind;
  phone?: string;
  joinedOn?: string;
}

export interface NewMemberValues extends MemberValues {
  unitId: string;
}

/** A new member also has a unit; one who is there comes to another by a transfer. */
export function MemberFields({ isNew = false }: { isNew?: boolean }) {
  const { t } = useTranslation(["members", "words"]);
  const needed = [{ required: true }];
  return (
    <div className="member-pairs">
      <Form.Item name="name" label={t("name")} rules={needed}>
        <Input autoFocus maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="badge" label={t("badge")} rules={needed}>
        <Input maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t("kind")} rules={needed}>
        <Select
          placeholder={t("chooseKind")}
          options={memberKinds.map((value) => ({ value, label: t(`words:memberKind.${value}`) }))}
        />
      </Form.Item>
      {isNew ? (
        <Form.Item name="unitId" label={t("unit")} rules={needed}>
          <UnitSelect filter={takesMembers} />
        </Form.Item>
      ) : null}
      <Form.Item name="phone" label={t("phone")}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" placeholder={t("phoneHint")} />
      </Form.Item>
      <Form.Item name="joinedOn" label={t("joinedOn")}>
        <DayField />
      </Form.Item>
    </div>
  );
}
