/** As the server names them, in the order of the screens. */
export const oddChanges = ["BACKDATED", "AT_NIGHT", "IN_BULK"] as const;
