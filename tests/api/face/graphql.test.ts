import { beforeAll, describe, expect, it } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";

interface Told {
  extensions: { requestId: string };
}

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

const whose = "query Whose { bureau { id } }";

describe("POST /graphql", () => {
  it("answers a signed-in reader from one bureau", async () => {
    const other = await makeBureau();
    const data = await bureau.administrator.run("{ bureau { id code units { id kind viewerMay } } }");
    const root = { id: bureau.rootId, kind: "BUREAU", viewerMay: expect.arrayContaining(["UPDATE_UNIT"]) };
    expect(data).toEqual({ bureau: { id: bureau.id, code: bureau.code, units: [root] } });
    expect((await other.administrator.run(whose)).bureau.id).toBe(other.id);
  });

  it("refuses a stranger", async () => {
    expect(await bureau.stranger.refused(whose)).toMatchObject({ code: "UNAUTHENTICATED", message: "请先登录。" });
  });

  it("speaks the language that the client shows, or that the browser asks for", async () => {
    const english = await post({ query: whose }, { "x-maple-locale": "en" });
    const browser = await post({ query: whose }, { "accept-language": "en-GB,en;q=0.9,zh;q=0.5" });
    for (const { body } of [english, browser]) expect(body.errors[0].message).toBe("Sign in first.");
  });

  it("has a request id of its own, and tells the caller's beside it", async () => {
    const given = await post({ query: whose }, { "x-request-id": "gateway-0001" });
    expect(given.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(given.headers["x-client-request-id"]).toBe("gateway-0001");
    expect(given.body.errors[0].extensions.requestId).toBe(given.headers["x-request-id"]);
    const made = await post({ query: whose }, { "x-request-id": "<script>" });
    expect(made.headers["x-client-request-id"]).toBeUndefined();
  });

  it("gives a session over https that no other host can set, and asks browsers to stay there", async () => {
    const secure = { "x-forwarded-proto": "https" };
    const { headers } = await post({ query: whose }, secure);
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d+$/);
    expect((await post({ query: whose })).headers["strict-transport-security"]).toBeUndefined();
    const { cookie } = bureau.administrator.headers;
    const ours = await post({ query: whose }, { ...secure, cookie: `__Host-${cookie}` });
    expect(ours.body).toEqual({ data: { bureau: { id: bureau.id } } });
    const planted = await post({ query: whose }, { ...secure, cookie: cookie! });
    expect(planted.body.errors[0].extensions.code).toBe("UNAUTHENTICATED");
  });

  it("takes a cookie only with JSON, which no form of another site can send", async () => {
    const headers = { ...bureau.administrator.headers, "content-type": "text/plain", "apollo-require-preflight": "1" };
    const { status } = await post(JSON.stringify({ query: whose }), headers);
    expect(status).toBe(415);
  });
});

describe("a mutation that comes again", () => {
  const query = `mutation Again($input: CreateStationInput!) { createStation(input: $input) { name viewerMay } }`;
  const call = async (input: object) => {
    const { status, headers, body } = await post({ query, variables: { input } }, bureau.administrator.headers);
    const errors = body.errors?.map(({ extensions, ...error }: Told) => ({
      ...error,
      told: { ...extensions, requestId: undefined },
    }));
    return { status, type: headers["content-type"], data: body.data, errors };
  };

  it("is refused in the same words, and makes what it is asked for", async () => {
    const wrong = { idempotencyKey: "again-wrong", name: "", template: "ONE_ROOM_ONE_TEAM" };
    const misfit = { ...wrong, idempotencyKey: "again-misfit", name: 1 };
    const [first, unfit] = [await call(wrong), await call(misfit)];
    expect(first).toMatchObject({ status: 200, errors: [{ path: ["createStation"], told: { code: "INVALID" } }] });
    expect(unfit).toMatchObject({ status: 200, errors: [{ told: { code: "BAD_USER_INPUT" } }] });
    const made = await call({ ...wrong, idempotencyKey: "again-right", name: "又来派出所" });
    expect(made).toMatchObject({ status: 200, data: { createStation: { name: "又来派出所" } } });
    expect(await call(wrong)).toEqual(first);
    expect(await call(misfit)).toEqual(unfit);
    expect(await call({ ...wrong, idempotencyKey: "again-right", name: "又来派出所" })).toEqual(made);
  });
});

describe("GraphQL over HTTP", () => {
  it("answers a document that cannot be parsed with 200 to plain JSON and 400 to the newer media type", async () => {
    const old = await post({ query: "{ bureau" });
    expect(old).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }] } });
    const newer = await post({ query: "{ bureau" }, { accept: "application/graphql-response+json" });
    expect(newer).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }] } });
    expect(newer.headers["content-type"]).toContain("application/graphql-response+json");
  });

  it("says which field there is not, but not which there are", async () => {
    const { body } = await post({ query: "{ bureau { idd } }" });
    expect(body.errors[0]).toMatchObject({
      message: '查询与接口定义不符：Cannot query field "idd" on type "Bureau".',
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });

  it("names the path of a variable that does not fit", async () => {
    const { code, fields } = await bureau.administrator.refused(
      "query ($first: Int!) { units(first: $first) { totalCount } }",
      { first: "many" },
    );
    expect(code).toBe("BAD_USER_INPUT");
    expect(fields).toEqual([expect.objectContaining({ path: ["first"] })]);
  });

  it.each([
    [
      "null where only leaving out is meant",
      "query ($by: OrderDirection) { units(direction: $by) { totalCount } }",
      { by: null },
    ],
    ["a condition that is null", "query ($is: Boolean = true) { bureau { id name @include(if: $is) } }", { is: null }],
    ["a kind of operation that there is none of", "subscription { bureau { id } }", {}],
  ])("takes %s for the caller's fault", async (_what, query, variables) => {
    for (let time = 0; time < 2; time++) {
      const { status, body } = await post({ query, variables }, bureau.administrator.headers);
      expect([status, body.errors[0].extensions.code]).toEqual([200, "BAD_USER_INPUT"]);
    }
  });

  it("runs the operation that is named", async () => {
    const query = "query A { bureau { id } } query B { bureau { code } }";
    expect((await post({ query, operationName: "B" }, bureau.administrator.headers)).body).toEqual({
      data: { bureau: { code: bureau.code } },
    });
    expect((await post({ query }, bureau.administrator.headers)).body.errors[0].extensions.code).toBe(
      "OPERATION_RESOLUTION_FAILURE",
    );
    expect(
      (await post({ query, operationName: "C" }, bureau.administrator.headers)).body.errors[0].extensions.code,
    ).toBe("OPERATION_RESOLUTION_FAILURE");
  });

  it.each([
    ["no JSON", "{bad", 400, "请求内容不是有效的 JSON。", "The body of the request is no JSON."],
    ["nothing", "", 400, "请求内容不是有效的 JSON。", "The body of the request is no JSON."],
    ["a list", "[]", 400, /只能执行一个操作/, /runs one operation/],
    ["a text", '"{ bureau { id } }"', 400, /须是一个 JSON 对象/, /must be a JSON object/],
    [
      "variables that are a list",
      '{"query":"{ bureau { id } }","variables":[]}',
      400,
      "variables 须是一个 JSON 对象。",
      "variables must be a JSON object.",
    ],
    ["more than 100 kB", JSON.stringify({ query: "x".repeat(100_001) }), 413, "请求内容过大。", /too large/],
  ])("refuses a body that is %s, in the caller's language", async (_name, body, status, chinese, english) => {
    for (const [locale, says] of [
      ["zh-CN", chinese],
      ["en", english],
    ] as const) {
      const answer = await post(body, { "content-type": "application/json", "x-maple-locale": locale });
      expect(answer.status).toBe(status);
      expect(answer.body.errors).toEqual([
        {
          message: typeof says === "string" ? says : expect.stringMatching(says),
          extensions: expect.objectContaining({ code: "BAD_REQUEST", requestId: answer.headers["x-request-id"] }),
        },
      ]);
    }
  });

  it.each([
    ["/graphql?query={bureau{id}}", 405, "BAD_REQUEST", "请用 POST 发送查询。"],
    ["/%zz", 400, "BAD_REQUEST", "地址格式有误。"],
    ["/nothing", 404, "NOT_FOUND", "此地址没有内容：GET /nothing"],
  ])("answers GET %s in the same shape", async (url, status, code, message) => {
    const { statusCode, headers, json } = await bureau.app.fastify.inject({
      url,
      headers: { accept: "application/json" },
    });
    expect([statusCode, headers["x-content-type-options"]]).toEqual([status, "nosniff"]);
    const extensions = expect.objectContaining({ code, requestId: headers["x-request-id"] });
    expect(json()).toEqual({ errors: [{ message, extensions }] });
  });

  it("takes documents by POST only", async () => {
    const { statusCode, headers } = await bureau.app.fastify.inject("/graphql?query={bureau{id}}");
    expect([statusCode, headers["allow"]]).toEqual([405, "POST"]);
  });

  it("answers JSON where there is nothing", async () => {
    const answer = await bureau.app.fastify.inject({ url: "/nothing/here", headers: { accept: "application/json" } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});

async function post(payload: object | string, headers: Record<string, string> = {}) {
  const response = await bureau.app.fastify.inject({ method: "POST", url: "/graphql", headers, payload });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}
