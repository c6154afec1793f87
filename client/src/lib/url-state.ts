import { useNavigate, useRouter } from "@tanstack/react-router";
import { isDay } from "./dates.ts";
import { onceStill, stepBack, still } from "./layers.ts";
import { stringifySearch } from "./search-text.ts";

export { flagOf, parseSearch, type RawSearch, stringifySearch, textOf } from "./search-text.ts";

export const oneOf = <const T extends string>(value: unknown, choices: readonly T[]) =>
  choices.find((choice) => choice === value);
export const among =
  <const T extends string>(choices: readonly T[]) =>
  (value: unknown) =>
    oneOf(value, choices);
export const dayOf = (value: unknown) => (typeof value === "string" && isDay(value) ? value : undefined);

type Values = Record<string, unknown>;

export interface Patching<Search extends object> {
  /** Changes some of it. */
  patch: (changes: Partial<Search>) => void;
  /** And goes back to the first page. */
  refine: (changes: Partial<Search>) => void;
  /** Has all of it say this, and nothing else. */
  replaceAll: (search: object) => void;
  /** Opens something over the page, which the browser's Back closes; or another one in its place. */
  open: (changes: Partial<Search>) => void;
  /** Closes what these keys have opened. */
  close: (...keys: (keyof Search & string)[]) => void;
}

/** Changes the state of a page in its address. */
export function usePatch<Search extends object>(): Patching<Search> {
  const navigate = useNavigate();
  const { history, latestLocation } = useNow();

  function go(search: Values, how: { replace: boolean; over: readonly string[] }) {
    const { replace, over } = how;
    const state = replace ? { ...history.location.state, over } : { over };
    void navigate({ to: ".", replace, search: search as never, state, resetScroll: false });
  }
  const overNow = () => history.location.state.over ?? [];

  const patch = (changes: Partial<Search>) =>
    onceStill(() => go({ ...latestLocation(), ...changes }, { replace: true, over: overNow() }));

  const replaceAll = (search: object) => onceStill(() => go({ ...search }, { replace: true, over: [] }));

  const refine = (changes: Partial<Search>) =>
    patch({ after: undefined, before: undefined, page: undefined, ...changes } as Partial<Search>);

  const open = (changes: Partial<Search>) =>
    onceStill(() => {
      const now = latestLocation();
      const stated = Object.entries(changes as Values).filter(([, value]) => value !== undefined);
      const fresh = stated.filter(([key]) => now[key] === undefined).map(([key]) => key);
      const isInPlace = fresh.length < stated.length;
      const over = isInPlace ? [...overNow(), ...fresh] : fresh;
      go({ ...now, ...changes }, { replace: isInPlace, over });
    });

  async function close(...keys: (keyof Search & string)[]) {
    await still();
    const closed = Object.fromEntries(keys.map((key) => [key, undefined]));
    const wanted = { ...latestLocation(), ...closed };
    while (isOf(keys, overNow())) {
      stepBack(history);
      await still();
    }
    if (stringifySearch(latestLocation()) === stringifySearch(wanted)) return;
    go(wanted, { replace: true, over: overNow().filter((key) => !keys.some((each) => each === key)) });
  }
  return { patch, refine, replaceAll, open, close: (...keys) => void close(...keys) };
}

const isOf = (keys: readonly string[], over: readonly string[]) =>
  over.length > 0 && over.every((key) => keys.includes(key));

/** Where the browser is, and not where the page was last drawn. */
function useNow() {
  const router = useRouter();
  const { history } = router;
  return { history, latestLocation: () => router.parseLocation(history.location).search as Values };
}
