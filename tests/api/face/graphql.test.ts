import { describe, expect, it } from "vitest";
import { makeBureau } from "../../support/bureau.ts";

describe("POST /graphql", () => {
  it("answers a signed-in reader from one bureau", async () => {
    const bureau = await makeBureau();
    const other = await makeBureau();
    const data = await bureau.administrator.run("{ bureau { id code units { id kind viewerMay } } }");
    expect(data).toEqual({ bureau: { id: bureau.id, code: bureau.code, units: [{ id: bureau.rootId, kind: "BUREAU", viewerMay: expect.arrayContaining(["MANAGE_UNITS"]) }] } });
    expect((await other.administrator.run("{ bureau { id } }")).bureau.id).toBe(other.id);
  });

  it("refuses a stranger", async () => {
    const { stranger } = await makeBureau();
    expect(await stranger.refused("{ bureau { id } }")).toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
