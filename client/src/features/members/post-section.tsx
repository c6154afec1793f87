import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/section.tsx";
import type { Member, Post } from "./member.ts";
import { PostTable } from "./post-table.tsx";

const pastShown = 5;

/** What the member holds, will hold and has held. */
export function PostSection({ member: { assignments } }: { member: Member }) {
  const { t } = useTranslation("members");
  const [allPast, setAllPast] = useState(false);
  const inState = (state: Post["state"]) => assignments.filter((post) => post.state === state);
  const [now, planned, past] = [inState("CURRENT"), inState("PLANNED"), inState("ENDED")];
  return (
    <Section title={t("posts.title")}>
      {now.length > 0 ? <PostTable title={t("posts.now")} posts={now} /> : <p className="note">{t("posts.none")}</p>}
      {planned.length > 0 ? <PostTable title={t("posts.planned")} posts={planned} /> : null}
      {past.length > 0 ? <PostTable title={t("posts.past")} posts={allPast ? past : past.slice(0, pastShown)} /> : null}
      {past.length > pastShown && !allPast ? (
        <Button type="link" size="small" onClick={() => setAllPast(true)}>
          {t("posts.allPast", { count: past.length })}
        </Button>
      ) : null}
    </Section>
  );
}
