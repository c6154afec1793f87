import type { Deed, DeedForm } from "../ui/work/deeds.ts";
import type { PlainDeed } from "../ui/work/use-step.ts";

/** What assesses somebody else's work, and whatever needs to look people up, is for a desk. */
const atADesk = new Set(["CLOSE_WORK", "URGE_WORK", "RESUME_WORK"]);
const forms: ReadonlySet<DeedForm> = new Set(["submit", "settle", "askMoreTime", "askSuspension"]);
const reasoned = new Set(["DECLINE_WORK", "SUPPLEMENT_WORK", "ASK_FOR_RETURN"]);

export const isAtOnce = (deed: Deed): deed is PlainDeed =>
  ("plain" in deed || "assess" in deed) && !atADesk.has(deed.action);

const holdsUp = new Set(["WITHDRAW_WORK", "ASK_FOR_MORE_TIME", "ASK_FOR_SUSPENSION", "ASK_FOR_RETURN"]);

/** Goes on with the work; what takes something back or puts it off is not what one is led to. */
export const isNext = (deed: Deed) => deed.isNear === true && !deed.danger && !holdsUp.has(deed.action);

/** The page of a step that asks for something; none where it is taken at a desk. */
export function placeOf(deed: Deed, id: string): string | undefined {
  if ("reason" in deed) return reasoned.has(deed.action) ? `/work/${id}/${deed.word}` : undefined;
  if (!("form" in deed)) return undefined;
  if (deed.form === "fill" || deed.form === "fillLate") return `/run/${id}`;
  return forms.has(deed.form) ? `/work/${id}/${deed.word}` : undefined;
}
