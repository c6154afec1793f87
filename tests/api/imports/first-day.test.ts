import { expect, test } from "vitest";
import type { Chosen } from "../../../client/src/features/import/chosen.ts";
import { fixed } from "../../../client/src/features/import/fixes.ts";
import { makeBureau, type Bureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { type Layout, layouts } from "../../support/layouts.ts";
import { mergedWorkbook } from "../../support/workbook.ts";
import { check, type Kind, send, write } from "./importing.ts";

type Causes = Parameters<typeof fixed>[1];

const causesDocument = /* GraphQL */ `
  query ($id: ID!) {
    import(id: $id) {
      causes {
        code
        column
        value
        count
        places
        message
        fix
        isSuggested
        written
        means
        day
        year
        field
        rows
      }
    }
  }
`;

const counties = ["410481", "141181", "140802", "140107"];
const mostRounds = 2;

for (const [name, layout] of Object.entries(layouts))
  test.each(counties)(
    `a bureau comes from nothing to full coverage, in two rounds a file at most: ${name} of %s`,
    { timeout: 120_000 },
    async (county) => {
      const bureau = await makeBureau();
      const { grids, members, people, seats } = layout(county);
      const brought = await inRounds(bureau, "GRIDS", grids, { openedOn: "2026-01-01" });
      expect(brought.rounds).toBeLessThanOrEqual(mostRounds);
      await setStandards(bureau);
      const seated = await inRounds(bureau, "MEMBERS", members, { from: "2026-01-01" });
      expect(seated.rounds).toBeLessThanOrEqual(mostRounds);
      expect(seated.summary).toMatchObject({ membersCreated: people, assignmentsCreated: seats });
      expect(
        await bureau.administrator.run(`{ bureau { coverage { required filled vacant gridsWithVacancy } } }`),
      ).toEqual({
        bureau: { coverage: { required: seats, filled: seats, vacant: 0, gridsWithVacancy: 0 } },
      });
    },
  );

/** Checks a file, and again with all that is suggested, until nothing is wrong with it; and writes it. */
async function inRounds(bureau: Bureau, kind: Kind, { rows, merged }: Layout, usual: Chosen["assumptions"]) {
  const { administrator } = bureau;
  const bytes = mergedWorkbook(rows, merged);
  const { id, errors } = await send(bureau, administrator, kind, bytes, { fileName: "首日.xlsx" });
  expect(errors).toEqual([]);
  let chosen: Chosen = { assumptions: usual, said: { names: [], blanks: [], leavesOut: [] } };
  for (let rounds = 1; ; rounds += 1) {
    const run = await check(administrator, id, { ...chosen.assumptions, ...chosen.said });
    if (run.errorCount === 0) return { ...(await write(administrator, run)), rounds };
    const told = await administrator.run<{ import: { causes: Causes } }>(causesDocument, { id });
    const { causes } = told.import;
    expect(causes.filter(({ isSuggested }) => !isSuggested)).toEqual([]);
    chosen = fixed(chosen, causes);
  }
}

/** Each grid is to have an officer and an auxiliary. */
async function setStandards({ administrator }: Bureau) {
  for (const gridKind of ["VILLAGE", "COMMUNITY"])
    for (const duty of ["RESPONSIBLE_OFFICER", "AUXILIARY"])
      await administrator.run(
        `mutation ($input: SetStaffingStandardInput!) { setStaffingStandard(input: $input) { id } }`,
        {
          input: {
            idempotencyKey: newKey(),
            gridKind,
            complexity: "ORDINARY",
            duty,
            atLeast: 1,
            from: "2026-01-01T00:00:00+08:00",
            reason: "初次建立标准",
          },
        },
      );
}
