import postgres from "postgres";

/** Tells the planner of rows that were loaded in bulk, which it would else learn of a minute later. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner`analyze`;
  } finally {
    await owner.end();
  }
}
