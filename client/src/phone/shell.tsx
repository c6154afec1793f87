import { Skeleton } from "antd-mobile";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { SignInAgain } from "../features/sign-in/sign-in-again.tsx";
import { lazily } from "../lib/lazily.ts";
import { useLineLost } from "../lib/line.ts";
import { withWords } from "../lib/locale.ts";
import { usePresence, useWhole } from "../lib/use-inside.ts";
import { useViewer, ViewerProvider } from "../lib/viewer.tsx";
import { Note, ProblemSaid } from "./note.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { TodayPage } from "./today-page.tsx";
import { Told } from "./told.tsx";
import "./phone.css";

interface OfItem {
  id: string;
}

const DutiesPage = lazily(() => import("./duties-page.tsx"), "DutiesPage");
const MinePage = lazily(() => import("./mine-page.tsx"), "MinePage");
const RegisterPage = lazily(() => import("./register-page.tsx"), "RegisterPage");
const RunPage = lazily<"RunPage", OfItem>(() => import("./run-page.tsx"), "RunPage");
const StepPage = lazily<"StepPage", OfItem & { word: string }>(() => import("./step-page.tsx"), "StepPage");
const WeekPage = lazily(
  withWords("work", () => import("./week-page.tsx")),
  "WeekPage",
);
const WorkPage = lazily<"WorkPage", OfItem>(() => import("./work-page.tsx"), "WorkPage");

/** What a signed-in person sees around a page on a phone. */
export function PhoneShell({ passwordChanged }: { passwordChanged: boolean }) {
  const { whole, problem, retry } = useWhole();
  if (whole)
    return (
      <ViewerProvider viewer={whole}>
        <Frame passwordChanged={passwordChanged} />
      </ViewerProvider>
    );
  return <div className="phone">{problem ? <ProblemSaid problem={problem} onRetry={retry} /> : <Waiting />}</div>;
}

function Frame({ passwordChanged }: { passwordChanged: boolean }) {
  const { t } = useTranslation(["phone", "sign-in"]);
  const standing = usePresence(useViewer());
  const lostAt = useLineLost();
  return (
    <div className="phone">
      {lostAt === undefined ? null : <Note tone="bad">{t("lineLost")}</Note>}
      {passwordChanged ? <Note tone="good">{t("sign-in:changed")}</Note> : null}
      <main>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={TodayPage} />
            <Route path="/duties" component={DutiesPage} />
            <Route path="/week" component={WeekPage} />
            <Route path="/mine" component={MinePage} />
            <Route path="/register" component={RegisterPage} />
            <Route path="/run/:id">{({ id }) => <RunPage key={id} id={id} />}</Route>
            <Route path="/work/:id">{({ id }) => <WorkPage key={id} id={id} />}</Route>
            <Route path="/work/:id/:word">{({ id, word }) => <StepPage key={id + word} id={id} word={word} />}</Route>
            <Route component={TodayPage} />
          </Switch>
        </Suspense>
      </main>
      <Told />
      <PhoneMenu />
      {standing === "over" ? <SignInAgain /> : null}
    </div>
  );
}

const Waiting = () => (
  <div className="phone-page">
    <Skeleton.Paragraph lineCount={6} animated />
  </div>
);
