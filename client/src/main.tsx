import { createRoot } from "react-dom/client";
import { ClosedDoor } from "./features/sign-in/closed-door.tsx";
import { Entrance } from "./features/sign-in/entrance.tsx";
import { doorAt } from "./features/sign-in/door-at.ts";
import { refusalAtTheDoor } from "./features/sign-in/door-client.ts";
import { doorFor } from "./lib/doors.ts";
import { loadWordsInside, startLocale } from "./lib/locale.ts";
import "./styles.css";

const root = createRoot(document.getElementById("root")!);

/** Whoever must sign in first is shown how with no more than that takes; what is inside is loaded for those who may see it. */
async function start() {
  await startLocale();
  const { pathname, search, hash } = window.location;
  if (!doorAt(pathname)) {
    const door = doorFor(await refusalAtTheDoor(), pathname + search + hash);
    if (!door) return enter();
    window.history.replaceState(null, "", door);
  }
  root.render(<Entrance onEnter={enter} />);
}

async function enter(passwordChanged = false) {
  const [{ App }] = await Promise.all([import("./app/app.tsx"), loadWordsInside()]);
  root.render(<App passwordChanged={passwordChanged} />);
}

start().catch((error: unknown) => {
  root.render(<ClosedDoor />);
  throw error;
});
