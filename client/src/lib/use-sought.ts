import { createContext, useContext, useEffect, useId, useState } from "react";
import { useSettled } from "./use-settled.ts";

/** Fields of a form in which something is typed that is not chosen: it is not sent as if it had not been typed. */
export const Unchosen = createContext<Set<string> | undefined>(undefined);

export type Sought = ReturnType<typeof useSought>;

/** What is typed into a picker, and what of it is sought on the server: once it has stood for a moment. */
export function useSought() {
  const [typed, setTyped] = useState("");
  const [left, setLeft] = useState<string>();
  const settled = useSettled(typed.trim());
  useUnchosen(left);
  return {
    typed,
    text: settled || undefined,
    isSettled: settled === typed.trim(),
    type(text: string) {
      setTyped(text);
      if (text !== "") setLeft(undefined);
    },
    /** The picker closes, with a choice or without one. */
    close(hasChosen: boolean) {
      setTyped("");
      setLeft(hasChosen ? undefined : typed.trim() || left);
    },
    /** What was typed when it closed without a choice. */
    left,
    forget: () => setLeft(undefined),
  };
}

function useUnchosen(left: string | undefined) {
  const fields = useContext(Unchosen);
  const id = useId();
  useEffect(() => {
    if (left === undefined) return;
    fields?.add(id);
    return () => void fields?.delete(id);
  }, [fields, id, left]);
}
