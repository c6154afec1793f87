import { type BlockerFn, type RouterHistory, useRouter } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The layer that this entry was made for: a dialog, of which the address says nothing. */
    layer?: string;
    /** What of the search this entry opened, over the entry before it. */
    over?: readonly string[];
  }
}

interface Layer {
  id: string;
  /** Its entry is there; until then the browser cannot go back from it. */
  isEntered: boolean;
  close: () => void;
}

/** What lies over the page, the topmost last. Each has an entry of the browser's history, so that Back closes it. */
const layers: Layer[] = [];
let made = 0;

let steps = 0;
let stepping: number | undefined;
let waiting: (() => void)[] = [];

/** The browser goes back a moment after it is told to; what is opened before that would be what it goes back from. */
export const onceStill = (go: () => void) => void (steps === 0 ? go() : waiting.push(go));
export const still = () => new Promise<void>(onceStill);

/** Where there is nothing to go back to, as in a history that was cut, the browser tells nothing. */
const longestStep = 1000;

export function stepBack(history: RouterHistory) {
  steps++;
  const step = made++;
  stepping = step;
  window.setTimeout(() => {
    if (stepping === step) stand();
  }, longestStep);
  history.back();
}

function stand() {
  [steps, stepping] = [0, undefined];
  const all = waiting;
  waiting = [];
  for (const go of all) onceStill(go);
}

/** Follows where the browser goes by Back and Forward. */
export function watchLayers(history: RouterHistory) {
  const { layer, ...state } = history.location.state;
  if (layer !== undefined) history.replace(history.location.href, state);
  history.subscribe(({ location, action }) => {
    if (action.type === "PUSH" || action.type === "REPLACE") return;
    steps = Math.max(steps - 1, 0);
    const here = location.state.layer;
    const at = layers.findIndex(({ id }) => id === here);
    if (here !== undefined && at < 0) stepBack(history);
    else closeAbove(at);
    if (steps === 0) stand();
  });
}

/** One that opens as another closes waits for its entry: the step is not back from it. */
function closeAbove(at: number) {
  const gone = layers.slice(at + 1).filter(({ isEntered }) => isEntered);
  for (const layer of gone) layers.splice(layers.indexOf(layer), 1);
  for (const { close } of gone) close();
}

/** Gives back what takes the layer away when it closes otherwise. The entry of one that is gone is passed over. */
function lay(history: RouterHistory, close: () => void) {
  const layer = { id: `${Date.now()}-${++made}`, isEntered: false, close };
  layers.push(layer);
  onceStill(() => {
    if (!layers.includes(layer)) return;
    layer.isEntered = true;
    history.push(history.location.href, { ...history.location.state, layer: layer.id, over: [] });
  });
  return () => {
    const at = layers.indexOf(layer);
    if (at < 0) return;
    layers.splice(at, 1);
    if (history.location.state.layer === layer.id) stepBack(history);
  };
}

/** While it is open, Back closes it. */
export function useLayer(isOpen: boolean, onBack: () => void) {
  const { history } = useRouter();
  const close = useEffectEvent(onBack);
  useEffect(() => (isOpen ? lay(history, () => close()) : undefined), [isOpen, history]);
}

/** The same for what is opened by a call. */
export function useLay() {
  const { history } = useRouter();
  return (close: () => void) => lay(history, close);
}

/** While it is open, Back leaves it there, however often and fast it is pressed. */
export function useStayingLayer(isOpen: boolean) {
  const { history } = useRouter();
  useEffect(() => {
    if (!isOpen) return;
    return history.block({ blockerFn: isOfAnother, enableBeforeUnload: false });
  }, [isOpen, history]);
}

/** What closes beneath steps back by one; together with a Back of the user's the browser would go further. */
function isOfAnother({ currentLocation, nextLocation, action }: Parameters<BlockerFn>[0]) {
  if (action === "PUSH" || action === "REPLACE") return false;
  const [from, to] = [currentLocation, nextLocation].map(({ state: { __TSR_index: at } }) => at);
  return steps === 0 || to !== from! - 1;
}
