import { useSyncExternalStore } from "react";
import { announce, everything } from "./changes.ts";
import { signInAddress } from "./doors.ts";
import { leaveFor } from "./leave.ts";

/** Its owner is signed in; or nobody is, and the owner is asked to sign in again; or somebody else is, and the document has ended. */
type Standing = "own" | "over" | "other";

const header = "x-maple-viewer";

let owner: string | undefined;
let standing: Standing = "own";
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

/** The account whose document this is, from its first answer on. */
export const ownerOfDocument = () => owner;

let ownersName: string | undefined;
/** As the page has read it, for when it may read no more. */
export const knowOwner = (name: string) => void (ownersName = name);
export const nameOfOwner = () => ownersName;

export const useStanding = () => useSyncExternalStore(subscribe, () => standing);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function stand(now: Standing) {
  if (standing === now || standing === "other") return;
  standing = now;
  for (const listener of listeners) listener();
}

/** Asks for the document's owner, and gives no answer but theirs: what came to nobody is asked again once they are there again. */
export async function asOwner(ask: (own: Record<string, string>) => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask(owner ? { [header]: owner } : {});
    if (isOwn(response.headers.get(header))) return response;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
}

export const ownFetch: typeof fetch = (address, request) =>
  asOwner((own) => {
    const headers = new Headers(request?.headers);
    for (const [name, value] of Object.entries(own)) headers.set(name, value);
    return fetch(address, { ...request, headers });
  });

function isOwn(whose: string | null): boolean {
  const isStranger = whose === "nobody" || whose === "ended";
  if (whose === null || (!owner && isStranger)) return true;
  owner ??= whose;
  if (whose === owner) regained();
  else if (whose === "ended") leaveFor(signInAddress({ back: here() }));
  else stand(isStranger ? "over" : "other");
  return whose === owner;
}

/** Whatever was missed in between counts as a change of everything. */
function regained() {
  if (standing !== "over") return;
  stand("own");
  goOn();
  announce({ types: [everything] });
}

function goOn() {
  const all = waiting;
  waiting = [];
  for (const resolve of all) resolve();
}

/** The server says so where no header does. */
export const sessionIsOver = () => stand("over");

/** Settles once the session is found to be over. */
export const untilOver = () =>
  new Promise<void>((resolve) => {
    const stop = subscribe(() => (stop(), resolve()));
  });

/** Somebody is signed in again, in this tab or in another one: the answer to what is then asked says who. */
export function lookAgain() {
  goOn();
  announce({ types: ["Account"] });
}

export const here = () => window.location.pathname + window.location.search + window.location.hash;

/** Other tabs are told who came and went, so that none shows what is another one's until it is touched. */
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("maple.viewer") : undefined;
type Told = "came" | "left";
// A channel is of this origin alone, and takes none to send to.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (told: Told) => tabs?.postMessage(told);
export const tellOfComing = () => tell("came");
export const tellOfLeaving = () => tell("left");

tabs?.addEventListener("message", ({ data }: MessageEvent<Told>) => {
  if (!owner) return;
  if (data === "came") lookAgain();
  else leaveFor(signInAddress({ back: here() }));
});
