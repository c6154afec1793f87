import type { Locator } from "playwright-core";
import { photo } from "../api/evidence/sending.ts";

export const aPhoto = async () => ({ name: "visit.jpg", mimeType: "image/jpeg", buffer: await photo() });

/** Who walks fills in with a thumb: each touch is one too many unless it is counted on. */
export function thumb() {
  let touches = 0;
  return {
    touch: async (what: Locator) => (touches++, what.click()),
    type: async (into: Locator, text: string) => (touches++, into.fill(text)),
    shoot: async (what: Locator) => (touches++, what.setInputFiles(await aPhoto())),
    touches: () => touches,
  };
}
