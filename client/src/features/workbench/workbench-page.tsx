import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AbsencesCard } from "./absences-card.tsx";
import { FirstStepsCard } from "./first-steps-card.tsx";
import { GapsCard } from "./gaps-card.tsx";
import { PlannedCard } from "./planned-card.tsx";
import { ReviewCard } from "./review-card.tsx";
import { ScopeCard } from "./scope-card.tsx";
import { WaitingCards } from "./waiting-cards.tsx";
import "./workbench.css";

const auditing = withWords("auditing", () => import("./auditor-cards.tsx"));
const AuditorCards = lazily(auditing, "AuditorCards");
const BrokenChainCard = lazily(auditing, "BrokenChainCard");
const WhoCard = lazily(() => import("./who-card.tsx"), "WhoCard");
const ChangesCard = lazily(() => import("./changes-card.tsx"), "ChangesCard");
const FailedImportsCard = lazily(() => import("./failed-imports-card.tsx"), "FailedImportsCard");
const PictureCards = lazily(() => import("./picture-cards.tsx"), "PictureCards");
const TownshipsCard = lazily(() => import("./townships-card.tsx"), "TownshipsCard");
const StationCards = lazily(() => import("./station-cards.tsx"), "StationCards");

/** What waits for whoever is signed in; each card is one click from its list. */
export function WorkbenchPage() {
  const { t } = useTranslation("workbench");
  const viewer = useViewer();
  const isReviewer = may(viewer.bureau, "REVIEW_WEEKS");
  // Whoever sets things up has other cards, and is told of the log only where it is broken.
  const auditingCards = may(viewer.bureau, "IMPORT") ? <BrokenChainCard /> : <AuditorCards />;
  return (
    <>
      <PageHeader title={t("title")} note={t("greeting", { name: viewer.displayName, day: today() })} />
      <div className="cards">
        <Suspense fallback={null}>{may(viewer, "READ_AUDIT_LOG") ? auditingCards : null}</Suspense>
        <FirstStepsCard />
        <Suspense fallback={null}>{may(viewer.bureau, "ISSUE_WORK") && !isReviewer ? <WhoCard /> : null}</Suspense>
        <WaitingCards />
        <ReviewCard />
        <Suspense fallback={null}>{isReviewer ? <StationCards /> : null}</Suspense>
        <GapsCard />
        <AbsencesCard />
        <PlannedCard />
        <Suspense fallback={null}>
          {may(viewer.bureau, "IMPORT") ? <TownshipsCard /> : null}
          {may(viewer.bureau, "IMPORT") ? <FailedImportsCard /> : null}
          {may(viewer, "READ_AUDIT_LOG") ? <ChangesCard /> : null}
        </Suspense>
        <ScopeCard />
        <Suspense fallback={null}>{isReviewer ? <PictureCards /> : null}</Suspense>
      </div>
    </>
  );
}
