import { CreateListViewDocument, type UnitFilter, UpdateListViewDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { UnitSelect } from "../unit-select.tsx";
import { useAnyUnit } from "../use-units.ts";
import type { ViewContent } from "./view-list.tsx";
import type { Naming } from "./view-menu.tsx";

interface ViewDialogProps {
  page: string;
  naming: Naming | undefined;
  content: ViewContent;
  onClose: () => void;
  onKept: (id: string) => void;
}

interface Values {
  name: string;
  unitId?: string | null;
}

const sharedBy: UnitFilter = { openOnly: true, viewerMay: "SHARE_LIST_VIEWS" };

/** Keeps what is shown as a view, or calls one otherwise. */
export function ViewDialog({ page, naming, content, onClose, onKept }: ViewDialogProps) {
  const { t } = useTranslation("list-tools");
  const [create] = useCommand(CreateListViewDocument);
  const [update] = useCommand(UpdateListViewDocument);
  const mayShare = useAnyUnit(sharedBy, naming === undefined);
  const view = naming?.of;
  const kept = useRef<string>(undefined);

  async function submit({ name, unitId }: Values) {
    kept.current = undefined;
    if (view) {
      const { problem } = await update({ id: view.id, expectedVersion: view.version, name, unitId: unitId ?? null });
      return problem;
    }
    const { columns, ...rest } = content;
    const { data, problem } = await create({
      page,
      name,
      ...rest,
      ...(columns && { columns }),
      ...(unitId && { unitId }),
    });
    kept.current = data?.createListView.id;
    return problem;
  }

  return (
    <FormDialog<Values>
      title={t(view ? "view.renameTitle" : "view.title")}
      open={naming !== undefined}
      onClose={onClose}
      onSubmit={submit}
      onSent={() => kept.current !== undefined && onKept(kept.current)}
      initialValues={{ name: view?.name, unitId: view?.unit?.id }}
      width={420}
    >
      <Form.Item name="name" label={t("view.name")} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      {mayShare ? (
        <Form.Item name="unitId" label={t("view.share")}>
          <UnitSelect filter={sharedBy} allowClear />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
