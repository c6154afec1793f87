import { useSyncExternalStore } from "react";
import { watchMedia } from "../lib/media.ts";

const phone = watchMedia("(max-width: 767px)");

export const useNarrow = () => useSyncExternalStore(phone.watch, phone.fits);
