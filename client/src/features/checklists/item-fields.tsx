import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { ChecklistItemInput } from "@maple-bridge/schema/documents";
import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { freshCode } from "./content.ts";
import { ItemField } from "./item-field.tsx";

const most = 60;

/** What is asked for, in the order in which it is filled in. */
export function ItemFields() {
  const { t } = useTranslation("checklists");
  const form = Form.useFormInstance();
  const path = ["content", "items"];
  const fresh = () => ({
    code: freshCode((form.getFieldValue(path) as ChecklistItemInput[] | undefined) ?? []),
    evidence: "COUNT",
    isRequired: true,
    fails: "NEVER",
  });
  return (
    <Form.List name={path}>
      {(fields, { add, remove, move }) => (
        <>
          <ol className="checklists-editing">
            {fields.map(({ key, name }) => (
              <li key={key}>
                <div className="checklists-moves">
                  <strong>{t("itemNumber", { number: name + 1 })}</strong>
                  <Button
                    size="small"
                    icon={<ArrowUpOutlined />}
                    disabled={name === 0}
                    aria-label={t("moveUp", { number: name + 1 })}
                    onClick={() => move(name, name - 1)}
                  />
                  <Button
                    size="small"
                    icon={<ArrowDownOutlined />}
                    disabled={name === fields.length - 1}
                    aria-label={t("moveDown", { number: name + 1 })}
                    onClick={() => move(name, name + 1)}
                  />
                  <Button
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t("removeItem", { number: name + 1 })}
                    onClick={() => remove(name)}
                  />
                </div>
                <ItemField name={name} />
              </li>
            ))}
          </ol>
          <Button icon={<PlusOutlined />} disabled={fields.length >= most} onClick={() => add(fresh())}>
            {t("addItem")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
