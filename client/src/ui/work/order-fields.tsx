import type { OrderKind, Urgency } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { type AddressValues, addressOf, placesOf } from "./address.ts";
import { AddressFields } from "./address-fields.tsx";
import { issuedKinds, urgencies } from "./work-glossary.ts";

/** What the fields of an order give. */
export interface OrderValues extends AddressValues {
  orderKind: OrderKind;
  urgency?: Urgency;
  title?: string;
  instructions?: string;
  photosAtLeast?: number;
}

export const orderOf = ({ orderKind, urgency, title, instructions, photosAtLeast, ...address }: OrderValues) => ({
  order: { orderKind, urgency, title, instructions, photosAtLeast },
  to: addressOf(address),
});

/** The form of an order: its kind says where it may go and what it has to tell. */
export function OrderFields({ grid }: { grid?: { id: string; name: string } | null | undefined }) {
  const { t } = useTranslation("work");
  const kind = Form.useWatch<OrderKind | undefined>("orderKind") ?? "COMMUNITY";
  return (
    <>
      <Form.Item name="orderKind" label={t("orderKindLabel")} extra={t(`orderHint.${kind}`)}>
        <Radio.Group options={issuedKinds.map((value) => ({ value, label: t(`orderKind.${value}`) }))} />
      </Form.Item>
      <AddressFields places={placesOf[kind]} grid={grid} />
      <Form.Item
        name="instructions"
        label={t(kind === "LINKAGE" ? "summary" : "instructions")}
        rules={kind === "LINKAGE" ? [{ required: true }] : undefined}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="urgency" label={t("urgencyLabel")}>
        <Radio.Group options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t("title")} extra={t("titleHint")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="photosAtLeast" label={t("photosAtLeast")}>
        <InputNumber min={0} max={20} precision={0} />
      </Form.Item>
    </>
  );
}
