import {
  MatterCategoriesDocument,
  type MatterSource,
  type PartyInput,
  RegisterMatterDocument,
  SimilarMattersDocument,
  type Urgency,
} from "@maple-bridge/schema/documents";
import { Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DateText } from "../date-text.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { CreationDialog } from "../list-page/creations.tsx";
import { UnitSelect } from "../unit-select.tsx";
import { WhoAnswers } from "./address-fields.tsx";
import { CategorySelect, useCategories } from "./category-select.tsx";
import { GridSelect } from "./grid-select.tsx";
import { IssueOrderDialog, type OrderedMatter } from "./issue-order-dialog.tsx";
import { itemToOpen } from "./matter.ts";
import { MemberSelect } from "./member-select.tsx";
import { OptionalContact } from "./optional-contact.tsx";
import { matterSources, urgencies } from "./work-glossary.ts";

interface Values {
  gridId?: string;
  stationId?: string;
  address?: string;
  categoryId: string;
  urgency: Urgency;
  title: string;
  description?: string;
  source: MatterSource;
  firstReceiverId?: string;
  contacts?: PartyInput[];
}

/** What somebody tells on the telephone, in the order in which it is told; by Ctrl Shift Enter an order follows at once. */
export function RegisterDialog({ open, onClose, onMade }: CreationDialog) {
  const { t } = useTranslation("work");
  const { bureau, memberId } = useViewer();
  const [registerMatter] = useCommand(RegisterMatterDocument);
  const [ordering, setOrdering] = useState<OrderedMatter>();
  const client = useClient();
  async function submit(values: Values, isOther: boolean) {
    const { data: known } = await client.query(MatterCategoriesDocument, {}).toPromise();
    const category = known?.matterCategories.find(({ id }) => id === values.categoryId);
    const { data, problem } = await registerMatter({ ...values, kind: category?.kind ?? "SERVICE" });
    if (!data) return problem;
    const { registerMatter: matter } = data;
    sayDone(t("done", { deed: t("register.do"), number: matter.number }));
    if (isOther) setOrdering(matter);
    else onMade(matter.items[0]!.id);
    return undefined;
  }
  return (
    <>
      <FormDialog<Values>
        title={t("register.title")}
        open={open}
        onClose={onClose}
        onSubmit={submit}
        okText={t("register.do")}
        otherText={may(bureau, "ISSUE_WORK") ? t("register.andIssue") : undefined}
        width={680}
        initialValues={{ urgency: "ORDINARY", source: "EMERGENCY_110", firstReceiverId: memberId ?? undefined }}
      >
        <PlaceFields />
        <Form.Item name="categoryId" label={t("matter.category")} rules={[{ required: true }]}>
          <CategorySelect />
        </Form.Item>
        <Similar onOpen={(id) => (onClose(), onMade(id))} />
        <Form.Item name="title" label={t("title")} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} placeholder={t("register.titleHint")} />
        </Form.Item>
        <Form.Item name="urgency" label={t("urgencyLabel")}>
          <Radio.Group options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
        </Form.Item>
        <Form.Item name="source" label={t("matter.source")}>
          <Select options={matterSources.map((value) => ({ value, label: t(`matter.from.${value}`) }))} />
        </Form.Item>
        <Form.Item name="description" label={t("matter.description")} extra={t("register.noNames")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
        {memberId ? null : (
          <Form.Item name="firstReceiverId" label={t("matter.firstReceiver")} rules={[{ required: true }]}>
            <MemberSelect />
          </Form.Item>
        )}
        <OptionalContact />
      </FormDialog>
      <IssueOrderDialog matter={open ? undefined : ordering} onClose={() => setOrdering(undefined)} onIssued={onMade} />
    </>
  );
}

/** A grid tells the station; without one, the station and the address are needed. */
function PlaceFields() {
  const { t } = useTranslation("work");
  const gridId = Form.useWatch<string | undefined>("gridId");
  return (
    <>
      <Form.Item
        name="gridId"
        label={t("grid")}
        extra={gridId ? <WhoAnswers gridId={gridId} duty="RESPONSIBLE_OFFICER" /> : t("register.noGrid")}
      >
        <GridSelect autoFocus />
      </Form.Item>
      <Form.Item name="address" label={t("matter.address")} rules={gridId ? undefined : [{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      {gridId ? null : (
        <Form.Item name="stationId" label={t("station")} rules={[{ required: true }]}>
          <UnitSelect filter={stations} />
        </Form.Item>
      )}
    </>
  );
}

const stations = { kind: "STATION", openOnly: true } as const;

/** What is open already of the kind at the grid, before it is registered twice. */
function Similar({ onOpen }: { onOpen: (itemId: string) => void }) {
  const { t } = useTranslation("work");
  const gridId = Form.useWatch<string | undefined>("gridId");
  const categoryId = Form.useWatch<string | undefined>("categoryId");
  const kind = useCategories()?.find(({ id }) => id === categoryId)?.kind;
  const { data } = useRead(
    SimilarMattersDocument,
    { filter: { gridId, kind: kind && [kind], state: ["OPEN"] } },
    gridId === undefined,
  );
  const found = gridId ? data?.matters : undefined;
  if (!found || found.totalCount === 0) return null;
  return (
    <div className="work-similar" role="status">
      <div>{t("register.similar", { count: found.totalCount })}</div>
      <ul className="plain">
        {found.nodes.map(({ id, number, title, category, happenedAt, items }) => {
          const item = itemToOpen(items);
          return (
            <li key={id}>
              <button type="button" className="work-open" onClick={() => item && onOpen(item.id)}>
                {title}
              </button>{" "}
              <span className="note">
                {category.name} · <DateText value={happenedAt} minutes /> · {number}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
