import type { message, Modal } from "antd";
import { useSyncExternalStore } from "react";

/** Says something in passing, and asks before something is done. Pages begin without it: it comes when it is called for the first time. */
interface Teller {
  message: ReturnType<typeof message.useMessage>[0];
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

export const sayPlainly = (words: string) => void callTeller().then(({ message }) => message.info(words));

export const sayDone = (words: string) => void callTeller().then(({ message }) => message.success(words));

export const sayRefused = (words: string) => void callTeller().then(({ message }) => message.error(words));

export const callAsker = async () => (await callTeller()).modal;
