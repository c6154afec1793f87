import { stringifySearch } from "./search-text.ts";

/** What the pages before one is inside say in their address. */
export interface DoorSearch {
  /** Where to go afterwards: a path of this site only. */
  back?: string;
  /** A first password, which must be changed before anything else. */
  first?: true;
}

export const signInPath = "/sign-in";
export const changePasswordPath = "/change-password";

export const signInAddress = ({ back }: DoorSearch = {}) => signInPath + stringifySearch({ back: beyond(back) });
export const changePasswordAddress = ({ back, first }: DoorSearch) =>
  changePasswordPath + stringifySearch({ back: beyond(back), first });

const beyond = (back?: string) => (back === "/" ? undefined : back);

/** Where a refusal leads: whoever is not signed in signs in and comes back; a first password is changed before anything else. */
export function doorFor(code: string | undefined, back: string) {
  if (code === "UNAUTHENTICATED") return signInAddress({ back });
  if (code === "PASSWORD_CHANGE_REQUIRED") return changePasswordAddress({ back, first: true });
  return undefined;
}
