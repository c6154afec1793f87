import { useState } from "react";

/** The value as it was when it opened: what a form shows is what it is about, whatever changes meanwhile. */
export function useAtOpening<Value>(value: Value, isOpen: boolean): Value {
  const [kept, setKept] = useState({ value, isOpen });
  if (isOpen === kept.isOpen) return isOpen ? kept.value : value;
  setKept({ value, isOpen });
  return value;
}
