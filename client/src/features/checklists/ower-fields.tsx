import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { complexities, duties, gridKinds } from "../../lib/glossary.ts";

/** Whose seats owe it: duties, each at grids of a kind and a complexity, or at any. */
export function OwerFields() {
  const { t } = useTranslation(["checklists", "words"]);
  return (
    <Form.List name={["content", "owers"]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="checklists-row">
              <Form.Item name={[name, "duty"]} label={t("duty")} rules={[{ required: true }]}>
                <Select options={duties.map((value) => ({ value, label: t(`words:duty.${value}`) }))} />
              </Form.Item>
              <Form.Item name={[name, "gridKind"]} label={t("gridKind")}>
                <Select
                  allowClear
                  placeholder={t("anyKind")}
                  options={gridKinds.map((value) => ({ value, label: t(`words:gridKind.${value}`) }))}
                />
              </Form.Item>
              <Form.Item name={[name, "complexity"]} label={t("complexity")}>
                <Select
                  allowClear
                  placeholder={t("anyComplexity")}
                  options={complexities.map((value) => ({ value, label: t(`words:complexity.${value}`) }))}
                />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t("removeOwer", { number: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ duty: "RESPONSIBLE_OFFICER" })}>
            {t("addOwer")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
