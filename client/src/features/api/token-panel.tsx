import { CreateApiTokenDocument } from "@maple-bridge/schema/documents";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clockText } from "../../lib/clock.ts";
import { minuteText } from "../../lib/dates.ts";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Section } from "../../ui/section.tsx";

const hour = 60 * 60 * 1000;

/** A reading token for an hour, or one of your own; kept in this page only. */
export function TokenPanel({ token, onToken }: { token: string; onToken: (token: string) => void }) {
  const { t } = useTranslation("api");
  const viewer = useViewer();
  const [create, running] = useCommand(CreateApiTokenDocument);
  const [until, setUntil] = useState<string>();
  const [problem, setProblem] = useState<Problem>();

  async function makeToken() {
    const expiresAt = new Date(Date.now() + hour).toISOString();
    const { data, problem: refused } = await create({
      name: t("token.name", { time: minuteText(new Date().toISOString()) }),
      scope: "READ",
      expiresAt,
    });
    const secret = data?.createApiToken.secret;
    setProblem(data && !secret ? { code: "SHOWN_ONCE", message: t("token.shownOnce"), faults: [] } : refused);
    if (!secret) return;
    onToken(secret);
    setUntil(expiresAt);
  }

  return (
    <Section title={t("token.title")}>
      <p className="note">{t("token.note")}</p>
      <Input
        aria-label={t("token.title")}
        placeholder="mb_…"
        autoComplete="off"
        value={token}
        onChange={(event) => onToken(event.target.value)}
      />
      {may(viewer, "CREATE_API_TOKEN") ? (
        <Button className="api-make-token" onClick={() => void makeToken()} loading={running}>
          {t("token.make")}
        </Button>
      ) : null}
      {until ? <p className="note">{t("token.until", { time: clockText(until) })}</p> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
    </Section>
  );
}
