import { type AddressInput, type Duty, IssueTaskDocument, type Urgency } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { duties } from "../../lib/glossary.ts";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { CreationDialog } from "../../ui/list-page/creations.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { type Place, placesOf } from "../../ui/work/address.ts";
import { type Gathered, GatherField } from "../../ui/work/gather-field.tsx";
import { MemberSelect } from "../../ui/work/member-select.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import { urgencies } from "../../ui/work/work-glossary.ts";
import { GridsField } from "./grids-field.tsx";

interface Values {
  title: string;
  instructions?: string;
  place: Place;
  duty: Duty;
  grids?: Gathered[];
  members?: Gathered[];
  unitId?: string;
  urgency: Urgency;
  dueOn?: string;
  burdenMinutes?: number;
  photosAtLeast?: number;
  reason?: string;
}

/** A task to seats of many grids, to members, or to a unit: one item for each. */
export function TaskDialog({ open, onClose, onMade }: CreationDialog) {
  const { t } = useTranslation("work");
  const [issueTask] = useCommand(IssueTaskDocument);
  async function submit({ place, duty, grids, members, unitId, ...task }: Values) {
    const to = { seat: grids, member: members, unit: undefined, partner: undefined }[place];
    const addresses: AddressInput[] = to
      ? to.map(({ id }) => (place === "seat" ? { gridId: id, duty } : { memberId: id }))
      : [{ unitId }];
    const { data, problem } = await issueTask({ ...task, to: addresses });
    if (data) {
      sayDone(t("task.issued", { count: data.issueTask.length }));
      onMade(data.issueTask[0]!.id);
    }
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("task.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("task.issue")}
      width={640}
      initialValues={{ place: "seat", duty: "RESPONSIBLE_OFFICER", urgency: "ORDINARY" }}
    >
      <Form.Item name="title" label={t("title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="instructions" label={t("instructions")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <TaskAddress />
      <Form.Item name="urgency" label={t("urgencyLabel")}>
        <Radio.Group options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
      </Form.Item>
      <Form.Item name="dueOn" label={t("task.dueOn")} extra={t("task.dueOnHint")}>
        <DayField first={today()} />
      </Form.Item>
      <Form.Item name="burdenMinutes" label={t("burden")}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="photosAtLeast" label={t("photosAtLeast")}>
        <InputNumber min={0} max={20} precision={0} />
      </Form.Item>
      <WhyField label={t("task.reason")} />
    </FormDialog>
  );
}

function TaskAddress() {
  const { t } = useTranslation(["work", "words"]);
  const place = Form.useWatch<Place | undefined>("place");
  return (
    <>
      <Form.Item name="place" label={t("address")}>
        <Radio.Group options={placesOf.TASK.map((value) => ({ value, label: t(`place.${value}`) }))} />
      </Form.Item>
      {place === "seat" ? (
        <>
          <Form.Item name="grids" label={t("grids")} rules={[{ required: true }]}>
            <GridsField />
          </Form.Item>
          <Form.Item name="duty" label={t("duty")}>
            <Select options={duties.map((value) => ({ value, label: t(`words:duty.${value}`) }))} />
          </Form.Item>
        </>
      ) : null}
      {place === "member" ? (
        <Form.Item name="members" label={t("place.member")} rules={[{ required: true }]}>
          <GatherField renderPicker={(picker) => <MemberSelect {...picker} />} />
        </Form.Item>
      ) : null}
      {place === "unit" ? (
        <Form.Item name="unitId" label={t("place.unit")} rules={[{ required: true }]}>
          <UnitSelect />
        </Form.Item>
      ) : null}
    </>
  );
}
