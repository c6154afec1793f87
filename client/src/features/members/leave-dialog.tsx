import { MemberLeavesDocument } from "@maple-bridge/schema/documents";
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Light } from "../../ui/light.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { ImpactList } from "./impact-list.tsx";
import { type Member, postsPast } from "./member.ts";
import { SuccessorSelect } from "./successor-select.tsx";
import { type LostPost, useImpact } from "./use-impact.ts";

interface Values {
  on: string;
  /** Who takes a post over, by the assignment's id. */
  successors?: Record<string, string | undefined>;
  endAssignments?: boolean;
  reason?: string;
}

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

export function LeaveDialog({ member, open, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [memberLeaves] = useCommand(MemberLeavesDocument);
  const { id, version, name } = member;
  async function submit({ endAssignments = false, successors, ...values }: Values) {
    const posts = postsPast(member, values.on);
    const taken = posts.flatMap((post) => {
      const memberId = successors?.[post.id];
      return memberId ? [{ assignmentId: post.id, memberId }] : [];
    });
    const input = { id, expectedVersion: version, endAssignments, successors: taken, ...values };
    return (await memberLeaves(input)).problem;
  }
  return (
    <FormDialog<Values>
      title={t("leave.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("leave.do")}
      width={600}
      initialValues={{ on: today() }}
    >
      <Form.Item name="on" label={t("leave.on")} extra={t("leave.onHint")} rules={[{ required: true }]}>
        <DayField />
      </Form.Item>
      <PostsLeft member={member} />
      <ReasonField />
    </FormDialog>
  );
}

/** The posts that would fall vacant, which one has to see before saying yes; others may take them over at once. */
function PostsLeft({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const on = Form.useWatch<string | undefined>("on");
  const successors = Form.useWatch<Values["successors"]>("successors");
  const posts = useImpact(member, on);
  if (posts.length === 0 || !on) return <p className="note">{t("leave.noPosts")}</p>;
  const isTaken = ({ post }: LostPost) => Boolean(successors?.[post.id]);
  return (
    <>
      <div>{t("leave.posts", { count: posts.length })}</div>
      <ImpactList posts={posts} from={on} renderState={(lost) => <LeftState lost={lost} isTaken={isTaken(lost)} />}>
        {({ post, mayAssign }) =>
          mayAssign ? (
            <Form.Item name={["successors", post.id]} label={t("impact.successor")} layout="horizontal">
              <SuccessorSelect post={post} on={on} />
            </Form.Item>
          ) : null
        }
      </ImpactList>
      {posts.every(isTaken) ? null : (
        <Form.Item
          name="endAssignments"
          valuePropName="checked"
          rules={[
            {
              validator: async (_rule, ticked) => (ticked ? undefined : Promise.reject(new Error(t("leave.mustEnd")))),
            },
          ]}
        >
          <Checkbox>{t("leave.end")}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

/** Whether the seat falls vacant then. */
function LeftState({ lost: { others, isMissed }, isTaken }: { lost: LostPost; isTaken: boolean }) {
  const { t } = useTranslation(["members", "shell"]);
  if (isTaken) return <Light tone="good">{t("impact.taken")}</Light>;
  if (isMissed) return <Light tone="bad">{t("impact.vacant")}</Light>;
  if (others.length === 0) return <Light tone="quiet">{t("impact.notAsked")}</Light>;
  return (
    <Light tone="quiet">
      {t("impact.others", { names: others.map(({ name }) => name).join(t("shell:mark.list")) })}
    </Light>
  );
}
