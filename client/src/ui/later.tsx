import { type ReactNode, Suspense, useState } from "react";

/** What is asked for seldom, and loaded when it is for the first time: its children are lazy. It stays, so that it can close. */
export function Later({ when, children }: { when: boolean; children: ReactNode }) {
  const [wasAsked, setAsked] = useState(when);
  if (when && !wasAsked) setAsked(true);
  return wasAsked ? <Suspense fallback={null}>{children}</Suspense> : null;
}
