import {
  MatterCategoriesDocument,
  type MatterSource,
  MyDayDocument,
  RegisterMatterDocument,
  type RegisterMatterInput,
} from "@maple-bridge/schema/documents";
import { Form, Input, TextArea } from "antd-mobile";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useCommand } from "../lib/use-command.ts";
import { useRead } from "../lib/use-read.ts";
import { useViewer } from "../lib/viewer.tsx";
import { EmptyNote } from "../ui/empty-note.tsx";
import { matterKinds, urgencies } from "../ui/work/work-glossary.ts";
import { AwaitAnswer } from "./await-answer.tsx";
import { Choices } from "./choices.tsx";
import { PageHead } from "./page-head.tsx";
import { PhoneForm } from "./phone-form.tsx";
import { sayDone } from "./told.tsx";
import { Select } from "./select.tsx";

type Values = Pick<
  RegisterMatterInput,
  "gridId" | "categoryId" | "title" | "urgency" | "source" | "address" | "description"
>;

/** How one who walks the grid comes to know of something. */
const onFoot = ["PATROL", "VISIT", "WALK_IN", "GRID_WORKER"] as const satisfies readonly MatterSource[];

/** 首接: what somebody who walks the grid has found or was told, registered where they stand. Who registers it receives it first. */
export function RegisterPage() {
  const { t } = useTranslation(["phone", "work"]);
  const read = useRead(MyDayDocument, { first: 30 });
  const grids = new Map(read.data?.myDay?.seats.flatMap(({ grid }) => (grid ? [[grid.id, grid.name]] : [])));
  return (
    <>
      <PageHead withBack title={t("work:register.title")} />
      <div className="phone-page">
        <AwaitAnswer read={read}>
          {() =>
            grids.size > 0 ? (
              <RegisterForm grids={[...grids].map(([value, text]) => ({ value, text }))} />
            ) : (
              <EmptyNote title={t("register.noSeat")}>
                <a href="/my-work">{t("mine.desk")}</a>
              </EmptyNote>
            )
          }
        </AwaitAnswer>
      </div>
    </>
  );
}

function RegisterForm({ grids }: { grids: readonly { value: string; text: string }[] }) {
  const { t } = useTranslation(["work", "words"]);
  const { memberId } = useViewer();
  const [, navigate] = useLocation();
  const categories = useRead(MatterCategoriesDocument, {}).data?.matterCategories ?? [];
  const [register] = useCommand(RegisterMatterDocument);
  const made = useRef("");
  return (
    <PhoneForm<Values>
      initialValues={{ urgency: "ORDINARY", source: "PATROL", ...(grids.length === 1 && { gridId: grids[0]!.value }) }}
      sendText={t("register.do")}
      onSend={async (values) => {
        const kind = categories.find(({ id }) => id === values.categoryId)?.kind ?? "SERVICE";
        const { data, problem } = await register({ ...values, kind, firstReceiverId: memberId });
        if (!data) return problem;
        sayDone(t("done", { deed: t("register.do"), number: data.registerMatter.number }));
        made.current = data.registerMatter.items[0]!.id;
        return undefined;
      }}
      onSent={() => navigate(`/work/${made.current}`, { replace: true, state: { inside: true } })}
    >
      <Form.Item name="gridId" label={t("grid")} rules={[{ required: true }]}>
        <Choices label={t("grid")} options={grids} />
      </Form.Item>
      <Form.Item name="categoryId" label={t("matter.category")} rules={[{ required: true }]}>
        <Select
          nothing={t("register.category")}
          groups={matterKinds.map((kind) => ({
            name: t(`words:matterKind.${kind}`),
            options: categories.filter((each) => each.kind === kind).map(({ id, name }) => ({ value: id, text: name })),
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t("title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} placeholder={t("register.titleHint")} />
      </Form.Item>
      <Form.Item name="urgency" label={t("urgencyLabel")}>
        <Choices
          label={t("urgencyLabel")}
          options={urgencies.map((value) => ({ value, text: t(`urgency.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="source" label={t("matter.source")}>
        <Choices
          label={t("matter.source")}
          options={onFoot.map((value) => ({ value, text: t(`matter.from.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="address" label={t("matter.address")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="description" label={t("matter.description")} description={t("register.noNames")}>
        <TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </PhoneForm>
  );
}
