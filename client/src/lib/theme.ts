import { useSyncExternalStore } from "react";
import { watchMedia } from "./media.ts";

export const themeChoices = ["system", "light", "dark"] as const;
type ThemeChoice = (typeof themeChoices)[number];

/** index.html looks there too, before anything is painted. */
const remembered = "maple.theme";
const isChoice = (value: string | null): value is ThemeChoice => themeChoices.some((choice) => choice === value);
const stored = (): ThemeChoice => {
  const value = localStorage.getItem(remembered);
  return isChoice(value) ? value : "system";
};

const system = watchMedia("(prefers-color-scheme: dark)");
const paper = watchMedia("print");
let choice = stored();
let isPrinting = false;
const watching = new Set<() => void>();

/** What is printed is light. */
const isDark = () => !isPrinting && !paper.fits() && (choice === "dark" || (choice === "system" && system.fits()));

function apply() {
  document.documentElement.dataset["prefersColorScheme"] = isDark() ? "dark" : "light";
  watching.forEach((tell) => tell());
}

system.watch(apply);
paper.watch(apply);
for (const [event, begins] of [
  ["beforeprint", true],
  ["afterprint", false],
] as const)
  window.addEventListener(event, () => {
    isPrinting = begins;
    apply();
  });
// Chosen in another tab.
window.addEventListener("storage", ({ key }) => {
  if (key !== remembered) return;
  choice = stored();
  apply();
});

export function changeTheme(next: ThemeChoice) {
  choice = next;
  localStorage.setItem(remembered, next);
  apply();
}

function watch(tell: () => void) {
  watching.add(tell);
  return () => watching.delete(tell);
}

export const useThemeChoice = () => useSyncExternalStore(watch, () => choice);

export const useIsDark = () => useSyncExternalStore(watch, isDark);

/** As themes.css has it now; who draws by it draws anew by `useIsDark`. */
export const colourOf = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
