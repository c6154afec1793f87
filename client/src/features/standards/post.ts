import type { Complexity, Duty, GridKind } from "@maple-bridge/schema/documents";
import { startOfDay, today } from "../../lib/dates.ts";
import { complexities, duties, gridKinds } from "../../lib/glossary.ts";
import { oneOf } from "../../lib/url-state.ts";

/** What a standard is for. */
export interface Post {
  gridKind: GridKind;
  complexity: Complexity;
  duty: Duty;
}

export const keyOf = ({ gridKind, complexity, duty }: Post) => `${gridKind}.${complexity}.${duty}`;

export function postOf(key: string | undefined): Post | undefined {
  const [first, second, third] = key?.split(".") ?? [];
  const gridKind = oneOf(first, gridKinds);
  const complexity = oneOf(second, complexities);
  const duty = oneOf(third, duties);
  return gridKind && complexity && duty && { gridKind, complexity, duty };
}

/** From when a standard set for that day holds: today means now, after whatever was set earlier today. */
export const beginningOn = (day: string | undefined) => (!day || day === today() ? undefined : startOfDay(day));
