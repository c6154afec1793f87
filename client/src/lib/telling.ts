import type { Modal } from "antd";
import { useSyncExternalStore } from "react";

export type SaidTone = "plain" | "done" | "refused";

/** Says something in passing, and asks before something is done. Pages begin without it: it comes when it is called for the first time. */
interface Teller {
  say: (tone: SaidTone, words: string) => void;
  modal: ReturnType<typeof Modal.useModal>[0];
}

let teller: Teller | undefined;
let isCalled = false;
const waiting = new Set<(teller: Teller) => void>();
const watching = new Set<() => void>();

function callTeller(): Promise<Teller> {
  if (teller) return Promise.resolve(teller);
  isCalled = true;
  watching.forEach((tell) => tell());
  return new Promise((resolve) => waiting.add(resolve));
}

/** Gives what ends it. */
export function begin(arrived: Teller) {
  teller = arrived;
  waiting.forEach((resolve) => resolve(arrived));
  waiting.clear();
  return () => {
    teller = undefined;
  };
}

export const useIsTellerCalled = () =>
  useSyncExternalStore(
    (tell) => {
      watching.add(tell);
      return () => watching.delete(tell);
    },
    () => isCalled,
  );

export const sayPlainly = (words: string) => void callTeller().then(({ say }) => say("plain", words));

export const sayDone = (words: string) => void callTeller().then(({ say }) => say("done", words));

export const sayRefused = (words: string) => void callTeller().then(({ say }) => say("refused", words));

export const callAsker = async () => (await callTeller()).modal;
