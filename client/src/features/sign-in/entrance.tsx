import { useEffect, useState } from "react";
import { Provider } from "urql";
import { changePasswordAddress, signInAddress } from "../../lib/doors.ts";
import { leaveFor } from "../../lib/leave.ts";
import { useStanding } from "../../lib/whose.ts";
import { ChangePasswordPage } from "./change-password-page.tsx";
import { doorAt, doorSearch } from "./door-at.ts";
import { doorClient, ownDoorClient } from "./door-client.ts";
import { OtherViewer } from "./other-viewer.tsx";
import { type SignedIn, SignInPage } from "./sign-in-page.tsx";

const here = () => ({ door: doorAt(window.location.pathname), ...doorSearch(window.location.search) });

interface EntranceProps {
  onEnter: (passwordChanged: boolean) => Promise<void>;
  /** Somebody begins to type, who will be inside soon, at the address given. */
  onTyping: (back: string) => void;
}

/** The pages before one is inside: with no component library and no router. */
export function Entrance({ onEnter, onTyping }: EntranceProps) {
  const [{ door, back = "/", first }, setPlace] = useState(here);
  useEffect(() => {
    const fetchAhead = () => onTyping(back);
    window.addEventListener("input", fetchAhead, { once: true });
    return () => window.removeEventListener("input", fetchAhead);
  }, [back, onTyping]);

  const standing = useStanding();
  useEffect(() => {
    if (standing === "over") leaveFor(signInAddress({ back }));
  }, [standing, back]);

  async function enter(passwordChanged = false) {
    window.history.replaceState(null, "", back);
    // Files of a release that has been replaced: the page is asked for anew.
    await onEnter(passwordChanged).catch(() => window.location.reload());
  }
  async function signedIn({ mustChangePassword }: SignedIn) {
    if (!mustChangePassword) return enter();
    window.history.replaceState(null, "", changePasswordAddress({ back, first: true }));
    setPlace(here());
  }

  if (door !== "change-password")
    return (
      <Provider value={doorClient}>
        <SignInPage onSignedIn={signedIn} />
      </Provider>
    );
  if (standing === "other") return <OtherViewer />;
  return (
    <Provider value={ownDoorClient}>
      <ChangePasswordPage first={first} onChanged={() => enter(true)} onLeave={() => void enter()} />
    </Provider>
  );
}
