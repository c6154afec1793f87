import type { Duty } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { DayField } from "../day-field.tsx";
import { ReasonField } from "../reason-field.tsx";
import { MemberPicker } from "./member-picker.tsx";
import { instantOf } from "../../lib/moments.ts";

export interface SeatValues {
  memberId: string;
  from: string;
  to?: string;
  concurrentPost?: string;
  reason?: string;
}

export const seatValuesOn = (at: string | undefined): Partial<SeatValues> => ({ from: at ?? today() });

/** What a command takes of the fields: days as instants. */
export const seatInput = ({ memberId, from, to, concurrentPost, reason }: SeatValues) => ({
  memberId,
  from: instantOf(from),
  to: instantOf(to),
  concurrentPost: concurrentPost || undefined,
  reason: reason || undefined,
});

interface SeatFieldsProps {
  gridId: string;
  duty: Duty;
  /** Whether an end may be given; who replaces another ends when that one was to end. */
  mayEnd: boolean;
}

/** Who takes a seat, from when, and why. */
export function SeatFields({ gridId, duty, mayEnd }: SeatFieldsProps) {
  const { t } = useTranslation("grids");
  const from = Form.useWatch<string | undefined>("from");
  return (
    <>
      <Form.Item name="memberId" label={t("pick.label")} rules={[{ required: true, message: t("pick.needed") }]}>
        <MemberPicker gridId={gridId} duty={duty} at={instantOf(from)} />
      </Form.Item>
      <div className="seat-fields">
        <Form.Item name="from" label={t("field.from")} extra={t("field.fromHint")} rules={[{ required: true }]}>
          <DayField allowClear={false} />
        </Form.Item>
        {mayEnd ? (
          <Form.Item name="to" label={t("field.to")} extra={t("field.toHint")}>
            <DayField placeholder={t("field.open")} />
          </Form.Item>
        ) : null}
        <Form.Item name="concurrentPost" label={t("field.concurrentPost")} extra={t("field.concurrentHint")}>
          <Input maxLength={60} />
        </Form.Item>
        <ReasonField />
      </div>
      <p className="keys">{t("field.keys")}</p>
    </>
  );
}
