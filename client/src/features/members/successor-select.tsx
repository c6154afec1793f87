import { CandidatesDocument, type CandidatesQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { startOfDay } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../../ui/found-select.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { Post } from "./member.ts";

interface SuccessorSelectProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  post: Post;
  on: string;
}

/** Who could take the post over from the day on: the nearest and least loaded first. */
export function SuccessorSelect({ post, on, ...field }: SuccessorSelectProps) {
  const { t } = useTranslation("members");
  const sought = useSought();
  const variables = { gridId: post.grid.id, duty: post.duty, search: sought.text, at: startOfDay(on) };
  const read = useRead(CandidatesDocument, variables);
  const page = read.data?.candidates;
  return (
    <FoundSelect
      {...field}
      sought={sought}
      read={read}
      found={page?.nodes.map((person) => ({ value: person.id, label: <Choice person={person} /> }))}
      more={page && page.totalCount - page.nodes.length}
      none={t("nobodyFound")}
      placeholder={t("impact.choose")}
    />
  );
}

function Choice({ person }: { person: CandidatesQuery["candidates"]["nodes"][number] }) {
  const { t } = useTranslation("members");
  const { name, badge, unit, load } = person;
  return (
    <span className="member-choice">
      <PersonName name={name} badge={badge} />
      <span className="note">
        {[unit?.name, t("load.seatCount", { number: load.seats })].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}
