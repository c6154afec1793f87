import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TypedDocumentNode } from "urql";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import type { Deed, WorkItem } from "./deeds.ts";

/** What each dialog of a deed is given. */
export interface DeedProps {
  item: WorkItem;
  deed: Deed;
  open: boolean;
  onClose: () => void;
  /** It is done. */
  onDone: () => void;
}

interface DeedDialogProps<Values extends object, Input extends { idempotencyKey: string }> extends DeedProps {
  document: TypedDocumentNode<object, { input: Input }>;
  inputOf: (values: Values) => Omit<Input, "idempotencyKey">;
  initialValues?: Partial<Values>;
  width?: number;
  children: ReactNode;
}

/** The form of a step: it sends the step, says that it is done, and goes on. */
export function DeedDialog<Values extends object, Input extends { idempotencyKey: string }>(
  props: DeedDialogProps<Values, Input>,
) {
  const { item, deed, document, inputOf, onDone } = props;
  const { t } = useTranslation("work");
  const [send] = useCommand(document);
  const word = t(`deed.${deed.word}`);
  async function submit(values: Values) {
    const { problem } = await send(inputOf(values) as Parameters<typeof send>[0]);
    if (problem) return problem;
    sayDone(t("done", { deed: word, number: item.number }));
    return undefined;
  }
  return (
    <FormDialog<Values>
      title={t("deedTitle", { deed: word, title: item.title })}
      open={props.open}
      onClose={props.onClose}
      onSubmit={submit}
      onSent={onDone}
      okText={word}
      width={props.width}
      initialValues={props.initialValues}
    >
      {props.children}
    </FormDialog>
  );
}
