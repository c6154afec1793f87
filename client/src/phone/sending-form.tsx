import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TypedDocumentNode } from "urql";
import { useCommand } from "../lib/use-command.ts";
import type { Deed, WorkItem } from "../ui/work/deeds.ts";
import { PhoneForm } from "./phone-form.tsx";
import { sayDone } from "./told.tsx";
import { useGoing } from "./use-going.ts";

export interface StepProps {
  item: WorkItem;
  deed: Deed;
}

interface SendingProps<Values extends object, Input extends { idempotencyKey: string }> extends StepProps {
  document: TypedDocumentNode<object, { input: Input }>;
  inputOf: (values: Values) => Omit<Input, "idempotencyKey">;
  initialValues?: Partial<Values>;
  children: ReactNode;
}

/** A step of an item as a form; once it is taken, back to where one came from. */
export function SendingForm<Values extends object, Input extends { idempotencyKey: string }>(
  props: SendingProps<Values, Input>,
) {
  const { t } = useTranslation("work");
  const { back } = useGoing();
  const [send] = useCommand(props.document);
  const word = t(`deed.${props.deed.word}`);
  return (
    <PhoneForm<Values>
      {...(props.initialValues && { initialValues: props.initialValues })}
      sendText={word}
      onSend={async (values) => (await send(props.inputOf(values) as Parameters<typeof send>[0])).problem}
      onSent={() => {
        sayDone(t("done", { deed: word, number: props.item.number }));
        back();
      }}
    >
      {props.children}
    </PhoneForm>
  );
}
