import { SessionEndDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { inChina } from "../lib/dates.ts";

const toldMs = 120_000;
/** The server has written by then that one was here. */
const settledMs = 5_000;

interface End {
  at: number;
  /** Using it puts the end off. */
  mayStay: boolean;
}

/** Tells two minutes before it that the session is about to end, and lets one stay where it would end for being idle. */
export function SessionEnd() {
  const { t } = useTranslation("frame");
  const { end, look } = useSessionEnd();
  if (!end) return <div role="status" />;
  const at = inChina(end.at).format("HH:mm");
  return (
    <div role="status">
      <p className="frame-banner">
        {t(end.mayStay ? "idleEnds" : "sessionEnds", { at })}
        {end.mayStay ? (
          <Button size="small" onClick={look}>
            {t("stay")}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

/** When it ends, within the time in which that is told. The server is asked when that time comes: other tabs may have used it. */
function useSessionEnd() {
  const client = useClient();
  const [end, setEnd] = useState<End>();
  const lookNow = useRef<() => void>(undefined);
  useEffect(() => {
    let timer: number | undefined;
    let isOver = false;
    async function look(isAsked: boolean) {
      const { data } = await client.query(SessionEndDocument, {}, { requestPolicy: "network-only" }).toPromise();
      const { sessionSecondsLeft: left, sessionSecondsAtMost: most } = data?.viewer ?? {};
      if (isOver || typeof left !== "number" || typeof most !== "number") return;
      const ms = left * 1000;
      const isNear = ms <= toldMs && !isAsked;
      setEnd(isNear ? { at: Date.now() + ms, mayStay: most > left } : undefined);
      const pause = isAsked ? settledMs : settledMs + (isNear ? ms : ms - toldMs);
      timer = window.setTimeout(() => void look(false), pause);
    }
    lookNow.current = () => {
      window.clearTimeout(timer);
      void look(true);
    };
    void look(false);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [client]);
  return { end, look: () => lookNow.current?.() };
}
