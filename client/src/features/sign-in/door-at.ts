import { changePasswordPath, type DoorSearch, signInPath } from "../../lib/doors.ts";
import { flagOf, parseSearch, textOf } from "../../lib/search-text.ts";

export type Door = "sign-in" | "change-password";

const doors: Record<string, Door> = { [signInPath]: "sign-in", [changePasswordPath]: "change-password" };

export const doorAt = (path: string): Door | undefined => doors[path.replace(/(.)\/+$/, "$1")];

export function doorSearch(text: string): DoorSearch {
  const { back, first } = parseSearch(text);
  const path = textOf(back);
  const leadsInside = path && /^\/(?![/\\])/.test(path) && !doorAt(path.split(/[?#]/)[0]!);
  return { back: leadsInside ? path : undefined, first: flagOf(first) };
}
