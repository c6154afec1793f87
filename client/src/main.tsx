import { createRoot } from "react-dom/client";
import { ClosedDoor } from "./features/sign-in/closed-door.tsx";
import { Entrance } from "./features/sign-in/entrance.tsx";
import { doorAt } from "./features/sign-in/door-at.ts";
import { whoIsThere } from "./features/sign-in/door-client.ts";
import { prefetchInside } from "./features/sign-in/prefetch-inside.ts";
import { doorFor } from "./lib/doors.ts";
import { loadWordsInside, loadWordsOnPhone, startLocale } from "./lib/locale.ts";
import { isFieldMember, isOnPhonePages, phoneHome } from "./lib/phone-place.ts";
import "./themes.css";
import "./styles.css";

const root = createRoot(document.getElementById("root")!);

/** Whoever must sign in first is shown how with no more than that takes; what is inside is loaded for those who may see it. */
async function start() {
  await startLocale();
  const { pathname, search, hash } = window.location;
  if (!doorAt(pathname)) {
    const door = doorFor((await whoIsThere()).refusal, pathname + search + hash);
    if (!door) return enter();
    window.history.replaceState(null, "", door);
  }
  root.render(<Entrance onEnter={enter} onTyping={fetchAhead} />);
}

async function enter(passwordChanged = false) {
  await turnToPhone();
  const [{ App }] = isOnPhonePages(window.location.pathname)
    ? await Promise.all([loadPhone(), loadWordsOnPhone()])
    : await Promise.all([import("./app/app.tsx"), loadWordsInside()]);
  root.render(<App passwordChanged={passwordChanged} />);
}

const loadPhone = () => import("./phone/app.tsx");

/** What does not come now is asked for again by who enters. */
function fetchAhead(back: string) {
  if (isOnPhonePages(back.split(/[?#]/)[0]!)) loadPhone().catch(() => undefined);
  else prefetchInside();
}

/** From the front page, where a field member comes to it with a phone. Every other address is opened as it stands. */
async function turnToPhone() {
  if (window.location.pathname !== "/" || !window.matchMedia("(max-width: 767px)").matches) return;
  const { viewer } = await whoIsThere();
  if (viewer && isFieldMember(viewer)) window.history.replaceState(null, "", phoneHome);
}

start().catch((error: unknown) => {
  root.render(<ClosedDoor />);
  throw error;
});
