import { CommentOnLineDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import type { Line } from "./columns.ts";
import type { WeekOf } from "./use-review-deeds.ts";

interface CommentDialogProps {
  of: WeekOf;
  about: Line | "WEEK" | undefined;
  onClose: () => void;
}

/** Of a line, or of the week as a whole. */
export function CommentDialog({ of, about, onClose }: CommentDialogProps) {
  const { t } = useTranslation("review");
  const [commentOnLine] = useCommand(CommentOnLineDocument);
  const line = about === "WEEK" ? undefined : about;
  return (
    <FormDialog<{ text: string }>
      title={line ? t("comment.title", { title: line.title }) : t("comment.ofWeek")}
      open={about !== undefined}
      onClose={onClose}
      onSubmit={async ({ text }) => (await commentOnLine({ ...of, key: line?.key ?? null, text })).problem}
      okText={t("comment.ok")}
    >
      <WhyField name="text" label={t("comment.text")} required />
    </FormDialog>
  );
}
