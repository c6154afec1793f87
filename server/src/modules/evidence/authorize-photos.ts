import { Conflict, type FieldFault, Forbidden } from "#kernel/errors";

type Path = FieldFault["path"];

/** An item as its photos go by it. */
export interface ItemWithPhotos {
  number: string;
  state: string;
  round: number;
  /** What the caller may do with it now. */
  may: readonly string[];
}

/** The steps that hand in the feedback of a round. */
export const handingIn = ["SUBMIT", "DISPOSE", "FILL_LATE"];
const ahead = new Set(["ACCEPTED", "ARRIVED", "RETURNED", "MISSED"]);

const mayHandIn = ({ may }: ItemWithPhotos) => may.some((action) => handingIn.includes(action));

/** Closed work is photographed by who checks it again, until that is done. */
export const recheckingIs = "RECHECK";
const mayRecheck = ({ may }: ItemWithPhotos) => may.includes(recheckingIs);

/**
 * Photos are brought by who may give the feedback, by who may supplement it until it is assessed, and by who checks it again. Gives
 * whether they are that one's.
 */
export function authorizeBringing(item: ItemWithPhotos, path: Path): { isOfRecheck: boolean } {
  const isOfRecheck = mayRecheck(item);
  if (!isOfRecheck && !mayHandIn(item) && !item.may.includes("SUPPLEMENT"))
    refuse(item, path, ahead.has(item.state) || item.state === "SUBMITTED");
  return { isOfRecheck };
}

/** They are taken back before the feedback is given: what was handed in stays. */
export function authorizeRemoving(
  item: ItemWithPhotos,
  { round, isOfRecheck }: { round: number; isOfRecheck: boolean },
  path: Path,
) {
  if (item.round !== round) throw new Conflict([{ path, code: "EVIDENCE_ROUND_OVER", params: { round } }]);
  if (isOfRecheck ? !mayRecheck(item) : !mayHandIn(item)) refuse(item, path, ahead.has(item.state));
}

function refuse({ number, state }: ItemWithPhotos, path: Path, isNow: boolean): never {
  if (isNow) throw new Forbidden([{ path, code: "WORK_NOT_YOURS", params: { number } }]);
  throw new Conflict([{ path, code: "WORK_NOT_NOW", params: { number, state } }]);
}
