import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for each other when read out. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 4;
const groupLength = 4;

/** A password to be handed over and changed at first sign-in: k7fp-2mqz-xw4t-9hcb. */
export const newFirstPassword = (): string => Array.from({ length: groups }, group).join("-");

const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join("");
