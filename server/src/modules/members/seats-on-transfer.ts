import { registerEnumType } from "type-graphql";

export const SeatsOnTransfer = { KEEP: "KEEP", END: "END" } as const;
export type SeatsOnTransfer = keyof typeof SeatsOnTransfer;

registerEnumType(SeatsOnTransfer, {
  name: "SeatsOnTransfer",
  description: "What becomes of seats at grids of other stations when a member is transferred.",
  valuesConfig: {
    KEEP: { description: "They are held on." },
    END: { description: "They end as the first day in the new unit begins." },
  },
});
