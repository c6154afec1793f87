import type { Found } from "./finders.ts";
import { ownerOfDocument } from "./whose.ts";

/** Something that was open lately, and of which sort it is. */
export interface Recent extends Found {
  sort: "units" | "grids" | "members" | "matters" | "work";
}

const most = 8;
const kept = "maple.recent";

interface Kept {
  owner: string | undefined;
  opened: Recent[];
}

/** Of this tab alone, and gone with it: names of people stay on no machine that others use. */
export function recentlyOpened(): Recent[] {
  const { owner, opened } = read();
  return owner === ownerOfDocument() ? opened : [];
}

export function rememberOpened(opened: Recent) {
  const others = recentlyOpened().filter(({ id }) => id !== opened.id);
  const now: Kept = { owner: ownerOfDocument(), opened: [opened, ...others].slice(0, most) };
  sessionStorage.setItem(kept, JSON.stringify(now));
}

export const forgetOpened = () => sessionStorage.removeItem(kept);

function read(): Kept {
  const text = sessionStorage.getItem(kept);
  return text ? (JSON.parse(text) as Kept) : { owner: undefined, opened: [] };
}
