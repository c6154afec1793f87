import { RecheckNumberDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";

/** How many are drawn of the station that the form names. */
export function PerMonthNote() {
  const { t } = useTranslation("rechecks");
  const unitId = Form.useWatch<string | undefined>("stationId");
  const { data } = useRead(RecheckNumberDocument, { unitId: unitId ?? "" }, !unitId);
  const count = unitId ? data?.unit?.rechecksPerMonth : undefined;
  return count === undefined ? null : <p className="note">{t("quota.now", { count })}</p>;
}
