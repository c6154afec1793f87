import { GridAnswerersDocument, type Duty } from "@maple-bridge/schema/documents";
import { Form, Radio, Select } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { duties } from "../../lib/glossary.ts";
import { useRead } from "../../lib/use-read.ts";
import { Light } from "../light.tsx";
import { PersonName } from "../person-name.tsx";
import { UnitSelect } from "../unit-select.tsx";
import type { Place } from "./address.ts";
import { GridSelect } from "./grid-select.tsx";
import { MemberSelect } from "./member-select.tsx";
import { PartnerSelect } from "./partner-select.tsx";

interface AddressFieldsProps {
  /** Where it may go; with one only, nothing is asked. */
  places: readonly Place[];
  grid?: { id: string; name: string } | null | undefined;
}

/** One address: a seat of a grid, with who answers for it shown at once, a member, or a unit. */
export function AddressFields({ places, grid }: AddressFieldsProps) {
  const { t } = useTranslation("work");
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<Place | undefined>("place");
  const place = chosen && places.includes(chosen) ? chosen : places[0];
  useEffect(() => {
    if (place !== chosen) form.setFieldValue("place", place);
  }, [form, place, chosen]);
  return (
    <>
      <Form.Item name="place" label={t("address")} hidden={places.length < 2}>
        <Radio.Group options={places.map((value) => ({ value, label: t(`place.${value}`) }))} />
      </Form.Item>
      {place === "seat" ? <SeatFields grid={grid} /> : null}
      {place === "member" ? (
        <Form.Item name="memberId" label={t("place.member")} rules={[{ required: true }]}>
          <MemberSelect />
        </Form.Item>
      ) : null}
      {place === "unit" || place === "partner" ? (
        <Form.Item name="unitId" label={t(`place.${place}`)} rules={[{ required: true }]}>
          {place === "partner" ? <PartnerSelect /> : <UnitSelect />}
        </Form.Item>
      ) : null}
    </>
  );
}

function SeatFields({ grid }: Pick<AddressFieldsProps, "grid">) {
  const { t } = useTranslation(["work", "words"]);
  const gridId = Form.useWatch<string | undefined>("gridId");
  const duty = Form.useWatch<Duty | undefined>("duty");
  return (
    <>
      <Form.Item name="gridId" label={t("grid")} rules={[{ required: true }]}>
        <GridSelect named={grid && { value: grid.id, label: grid.name }} />
      </Form.Item>
      <Form.Item
        name="duty"
        label={t("duty")}
        initialValue="RESPONSIBLE_OFFICER"
        extra={gridId && duty ? <WhoAnswers gridId={gridId} duty={duty} /> : undefined}
      >
        <Select options={duties.map((value) => ({ value, label: t(`words:duty.${value}`) }))} />
      </Form.Item>
    </>
  );
}

/** Who would get it. */
export function WhoAnswers({ gridId, duty }: { gridId: string; duty: Duty }) {
  const { t } = useTranslation("work");
  const { data } = useRead(GridAnswerersDocument, { gridId, duty });
  if (!data) return <span className="note">…</span>;
  const people = data.responsibleFor.flatMap(({ responsible }) => (responsible ? [responsible] : []));
  if (people.length === 0) return <Light tone="bad">{t("vacant")}</Light>;
  return (
    <span className="work-people" role="status">
      {t("answers")}
      {people.map((person) => (
        <PersonName key={person.id} name={person.name} badge={person.badge} />
      ))}
    </span>
  );
}
