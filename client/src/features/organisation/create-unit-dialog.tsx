import { CreateUnitDocument, type UnitKind, UnitTreeDocument } from "@maple-bridge/schema/documents";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type TreeUnit, UnitSelect } from "../../ui/unit-select.tsx";
import { codeOf } from "./code-of.ts";

interface Values {
  parentId: string;
  kind: UnitKind;
  name: string;
  code?: string;
  openedOn?: string;
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
  parentId?: string;
}

/** Stations have a dialog of their own, with their layout. */
const kindsBelow = (unit: TreeUnit | undefined) => unit?.childKinds.filter((kind) => kind !== "STATION") ?? [];
const mayHoldUnits = (unit: TreeUnit) => unit.isOpen && kindsBelow(unit).length > 0;

export function CreateUnitDialog({ open, onClose, onMade, parentId }: DialogProps) {
  const { t } = useTranslation("organisation");
  const [createUnit] = useCommand(CreateUnitDocument);
  async function submit({ code, ...values }: Values) {
    const { data, problem } = await createUnit({ ...values, code: codeOf(code) });
    if (data) onMade(data.createUnit.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("unit.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("create")}
      initialValues={{ parentId, openedOn: today() }}
    >
      <Form.Item name="parentId" label={t("unit.parent")} rules={[{ required: true, message: t("needed") }]}>
        <UnitSelect may={mayHoldUnits} />
      </Form.Item>
      <KindField />
      <Form.Item name="name" label={t("unit.name")} rules={[{ required: true, message: t("needed") }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="code" label={t("unit.code")} extra={t("unit.codeHint")}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="openedOn" label={t("unit.opened")}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

/** Only the kinds that may stand under the chosen parent. */
function KindField() {
  const { t } = useTranslation(["organisation", "words"]);
  const parentId = Form.useWatch<string | undefined>("parentId");
  const { data } = useRead(UnitTreeDocument, {});
  const kinds = kindsBelow(data?.bureau.units.find(({ id }) => id === parentId));
  return (
    <Form.Item name="kind" label={t("unit.kind")} rules={[{ required: true, message: t("needed") }]}>
      <Select
        disabled={kinds.length === 0}
        placeholder={parentId ? t("unit.chooseKind") : t("unit.parentFirst")}
        options={kinds.map((kind) => ({ value: kind, label: t(`words:unitKind.${kind}`) }))}
      />
    </Form.Item>
  );
}
