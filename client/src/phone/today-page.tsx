import { MyDayDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd-mobile";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { useRead } from "../lib/use-read.ts";
import { may, useViewer } from "../lib/viewer.tsx";
import { AwaitAnswer } from "./await-answer.tsx";
import { DayLists } from "./day-lists.tsx";
import { NoMember } from "./no-member.tsx";
import { PageHead } from "./page-head.tsx";
import { PulledPage } from "./pulled-page.tsx";
import { useGoing } from "./use-going.ts";
import { WaitingHandovers } from "./waiting-handovers.tsx";

const usual = 30;
const most = 100;

/** 今日清单: what waits for whoever is signed in, the first due first. */
export function TodayPage() {
  const { t } = useTranslation("phone");
  const { bureau, memberId } = useViewer();
  const { to } = useGoing();
  const [first, setFirst] = useState(usual);
  const client = useClient();
  const read = useRead(MyDayDocument, { first });
  const again = () => client.query(MyDayDocument, { first }, { requestPolicy: "network-only" }).toPromise();
  return (
    <>
      <PageHead title={t("today.title")}>
        {may(bureau, "REGISTER_MATTER") ? (
          <Button size="small" onClick={() => to("/register")}>
            {t("register.menu")}
          </Button>
        ) : null}
      </PageHead>
      <PulledPage onPull={again}>
        {memberId ? <WaitingHandovers memberId={memberId} /> : null}
        <AwaitAnswer read={read}>
          {({ myDay }) =>
            myDay ? <DayLists day={myDay} onMore={first < most ? () => setFirst(most) : undefined} /> : <NoMember />
          }
        </AwaitAnswer>
      </PulledPage>
    </>
  );
}
