import { PartnerUnitsDocument } from "@maple-bridge/schema/documents";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";

interface PartnerSelectProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

/** Chooses one of the units that are asked to help: those beyond one's own reach too. */
export function PartnerSelect(props: PartnerSelectProps) {
  const { t } = useTranslation("work");
  const { data, problem } = useRead(PartnerUnitsDocument, {});
  return (
    <Select
      {...props}
      showSearch
      optionFilterProp="label"
      loading={!data && !problem}
      status={problem ? "error" : undefined}
      notFoundContent={problem?.message ?? t("noPartners")}
      placeholder={t("place.partner")}
      options={data?.partnerUnits.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
