import { useSyncExternalStore } from "react";

const phone = window.matchMedia("(max-width: 767px)");

const subscribe = (onChange: () => void) => {
  phone.addEventListener("change", onChange);
  return () => phone.removeEventListener("change", onChange);
};

export const useNarrow = () => useSyncExternalStore(subscribe, () => phone.matches);
