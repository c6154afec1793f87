import { useEffect, useState } from "react";
import { Provider } from "urql";
import { changePasswordAddress } from "../../lib/doors.ts";
import { ChangePasswordPage } from "./change-password-page.tsx";
import { doorAt, doorSearch } from "./door-at.ts";
import { doorClient } from "./door-client.ts";
import { prefetchInside } from "./prefetch-inside.ts";
import { SignInPage } from "./sign-in-page.tsx";

const here = () => ({ door: doorAt(window.location.pathname), ...doorSearch(window.location.search) });

/** The pages before one is inside: with no component library and no router. */
export function Entrance({ onEnter }: { onEnter: (passwordChanged: boolean) => Promise<void> }) {
  const [{ door, back = "/", first }, setPlace] = useState(here);
  useEffect(() => {
    window.addEventListener("input", prefetchInside, { once: true });
    return () => window.removeEventListener("input", prefetchInside);
  }, []);

  async function enter(passwordChanged = false) {
    window.history.replaceState(null, "", back);
    // Files of a release that has been replaced: the page is asked for anew.
    await onEnter(passwordChanged).catch(() => window.location.reload());
  }
  async function signedIn(mustChangePassword: boolean) {
    if (!mustChangePassword) return enter();
    window.history.replaceState(null, "", changePasswordAddress({ back, first: true }));
    setPlace(here());
  }

  return (
    <Provider value={doorClient}>
      {door === "change-password" ? (
        <ChangePasswordPage first={first} onChanged={() => enter(true)} onLeave={() => void enter()} />
      ) : (
        <SignInPage onSignedIn={signedIn} />
      )}
    </Provider>
  );
}
