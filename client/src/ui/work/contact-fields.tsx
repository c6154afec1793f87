import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { partyRoles } from "./work-glossary.ts";

interface ContactFieldsProps {
  /** The path of the contact in the form. */
  under?: readonly (string | number)[];
  roleNote?: string;
}

const top: readonly (string | number)[] = [];

/** Whose contact it is, by the role alone, and the contact, which is sealed as it is sent. */
export function ContactFields({ under = top, roleNote }: ContactFieldsProps) {
  const { t } = useTranslation("work");
  return (
    <>
      <Form.Item name={[...under, "role"]} label={t("party.roleLabel")} extra={roleNote} rules={[{ required: true }]}>
        <Radio.Group options={partyRoles.map((value) => ({ value, label: t(`party.role.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name={[...under, "contact"]}
        label={t("party.contact")}
        extra={t("party.sealNote")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}
