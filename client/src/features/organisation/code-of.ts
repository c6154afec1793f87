/** A field left empty stands for no code. */
export const codeOf = (text: string | null | undefined) => text?.trim() || null;
