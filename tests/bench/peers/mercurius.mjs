import Fastify from "fastify";
import mercurius from "mercurius";
import postgres from "postgres";
import { randomUUID } from "node:crypto";

/** Mercurius as its documentation has it: just-in-time compiled, a loader for each relation, SQL by hand. No session, no row-level security. */
const sql = postgres(process.env.BENCH_DATABASE_URL, {
  max: 4,
  connection: { plan_cache_mode: "force_generic_plan" },
});

const schema = `
  enum GridKind { VILLAGE COMMUNITY ENTERPRISE COMMERCIAL SCENIC }
  enum GridOrder { CODE }
  input GridFilter { kind: GridKind }
  input AssignMemberInput { idempotencyKey: String! gridId: ID! memberId: ID! duty: String! from: String! to: String reason: String }
  type Coverage { required: Int! filled: Int! vacant: Int! }
  type Member { id: ID! name: String! badge: String! }
  type Seat { duty: String! ordinal: Int! isFilled: Boolean! holder: Member }
  type Unit { id: ID! name: String! coverage: Coverage grids: [Grid!]! }
  type Grid { id: ID! code: String! name: String! kind: GridKind! households: Int population: Int openedOn: String! station: Unit! seats: [Seat!]! }
  type Bureau { name: String! stations: [Unit!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type GridConnection { totalCount: Int! nodes: [Grid!]! pageInfo: PageInfo! }
  type Assignment { id: ID! startsAt: String! version: Int! member: Member! grid: Grid! }
  type Query { bureau: Bureau grids(first: Int!, filter: GridFilter!, orderBy: GridOrder!): GridConnection! grid(code: String!): Grid }
  type Mutation { assignMember(input: AssignMemberInput!): Assignment! }`;

const inForce = (row) => sql.unsafe(`${row}.starts_at <= now() and (${row}.ends_at is null or ${row}.ends_at > now())`);
const today = sql`(now() at time zone 'Asia/Shanghai')::date`;
const isOpen = sql`g.opened_on <= ${today} and (g.closed_on is null or g.closed_on > ${today})`;
const grids = sql`(select g.*, f.station_id, f.name, f.kind, f.complexity from grids g
  join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today}))`;
const columns = sql`g.id, g.station_id as "stationId", g.code, g.name, g.kind, g.households, g.population, g.opened_on::text as "openedOn"`;

const resolvers = {
  Query: {
    async bureau(_, __, { bureauId }) {
      const [bureau] = await sql`select name from bureaus where bureau_id = ${bureauId}`;
      return bureau;
    },
    async grids(_, { first, filter }, { bureauId }) {
      const [rows, [{ count }]] = await Promise.all([
        sql`select ${columns} from ${grids} g where bureau_id = ${bureauId} and kind = ${filter.kind} order by code, id limit ${first + 1}`,
        sql`select count(*)::int as count from ${grids} g where bureau_id = ${bureauId} and kind = ${filter.kind}`,
      ]);
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      const endCursor = last && Buffer.from(`["${last.code}", "${last.id}"]`).toString("base64url");
      return { totalCount: count, nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
    },
    async grid(_, { code }, { bureauId }) {
      const [grid] = await sql`select ${columns} from ${grids} g where bureau_id = ${bureauId} and code = ${code}`;
      return grid;
    },
  },
  Mutation: {
    async assignMember(_, { input }, context) {
      const id = randomUUID();
      await assign(id, input, context);
      return { id, startsAt: input.from, version: 1, memberId: input.memberId, gridId: input.gridId };
    },
  },
  Bureau: {
    stations: (_, __, { bureauId }) =>
      sql`select id, name from units where bureau_id = ${bureauId} and kind = 'STATION' and (closed_on is null or closed_on > ${today}) order by position, name`,
  },
};

const ids = (queries, key = "id") => queries.map(({ obj }) => obj[key]);

const loaders = {
  Unit: {
    async coverage(queries, { bureauId }) {
      const rows = await sql`
        select p.station_id, sum(p.required)::int as required, sum(least(p.filled, p.required))::int as filled from (
          select g.id, g.station_id, s.duty, s.at_least as required, count(a.id) as filled from ${grids} g
          join staffing_standards s on s.bureau_id = ${bureauId} and s.grid_kind = g.kind and s.complexity = g.complexity and ${inForce("s")}
          left join assignments a on a.bureau_id = ${bureauId} and a.grid_id = g.id and a.duty = s.duty and ${inForce("a")}
          where g.bureau_id = ${bureauId} and g.station_id = any(${ids(queries)}::uuid[]) and ${isOpen} group by g.id, g.station_id, s.duty, s.at_least) p group by 1`;
      const byId = new Map(rows.map((row) => [row.station_id, row]));
      return queries.map(({ obj }) => {
        const { required = 0, filled = 0 } = byId.get(obj.id) ?? {};
        return { required, filled, vacant: required - filled };
      });
    },
    async grids(queries, { bureauId }) {
      const rows =
        await sql`select ${columns} from ${grids} g where bureau_id = ${bureauId} and station_id = any(${ids(queries)}::uuid[]) and ${isOpen} order by code`;
      const byStation = Map.groupBy(rows, ({ stationId }) => stationId);
      return queries.map(({ obj }) => byStation.get(obj.id) ?? []);
    },
  },
  Grid: {
    async station(queries, { bureauId }) {
      const rows =
        await sql`select id, name from units where bureau_id = ${bureauId} and id = any(${ids(queries, "stationId")}::uuid[])`;
      const byId = new Map(rows.map((row) => [row.id, row]));
      return queries.map(({ obj }) => byId.get(obj.stationId));
    },
    async seats(queries, { bureauId }) {
      const rows = await sql`
        with held as materialized (
          select a.grid_id, a.duty, row_number() over (partition by a.grid_id, a.duty order by a.starts_at, a.id)::int as ordinal, m.id, m.name, m.badge
          from assignments a join members m on m.bureau_id = ${bureauId} and m.id = a.member_id join grids g on g.bureau_id = ${bureauId} and g.id = a.grid_id
          where a.bureau_id = ${bureauId} and a.grid_id = any(${ids(queries)}::uuid[]) and ${inForce("a")} and ${isOpen}
        ), counted as (select grid_id, duty, count(*)::int as filled from held group by 1, 2), seats as (
          select * from held
          union all
          select g.id, s.duty, k, null, null, null from ${grids} g
          join staffing_standards s on s.bureau_id = ${bureauId} and s.grid_kind = g.kind and s.complexity = g.complexity and ${inForce("s")}
          left join counted c on c.grid_id = g.id and c.duty = s.duty, generate_series(coalesce(c.filled, 0) + 1, s.at_least) k
          where g.bureau_id = ${bureauId} and g.id = any(${ids(queries)}::uuid[]) and ${isOpen}
        )
        select grid_id, duty, ordinal, id, name, badge from seats
        order by array_position(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER'], duty), ordinal`;
      const byGrid = Map.groupBy(rows, ({ grid_id }) => grid_id);
      return queries.map(({ obj }) =>
        (byGrid.get(obj.id) ?? []).map(({ duty, ordinal, id, name, badge }) => ({
          duty,
          ordinal,
          isFilled: id !== null,
          holder: id && { id, name, badge },
        })),
      );
    },
  },
  Assignment: {
    async member(queries, { bureauId }) {
      const rows =
        await sql`select id, name, badge from members where bureau_id = ${bureauId} and id = any(${ids(queries, "memberId")}::uuid[])`;
      const byId = new Map(rows.map((row) => [row.id, row]));
      return queries.map(({ obj }) => byId.get(obj.memberId));
    },
    async grid(queries, { bureauId }) {
      const rows =
        await sql`select ${columns} from ${grids} g where bureau_id = ${bureauId} and id = any(${ids(queries, "gridId")}::uuid[])`;
      const byId = new Map(rows.map((row) => [row.id, row]));
      return queries.map(({ obj }) => byId.get(obj.gridId));
    },
  },
};

/** The rows that our command leaves behind, as one statement of one transaction. */
const assign = (id, { idempotencyKey, gridId, memberId, duty, from, to, reason }, { bureauId, accountId, actor }) =>
  sql`select bench_assign(${bureauId}, ${id}, ${gridId}, ${memberId}, ${duty}, ${from}::text, ${to}::text, ${reason}, ${accountId}, ${actor}, ${idempotencyKey})`;

const app = Fastify();
await app.register(mercurius, {
  schema,
  resolvers,
  loaders,
  jit: 1,
  context: ({ headers }) => ({
    bureauId: headers["x-bureau"],
    accountId: headers["x-account"],
    actor: headers["x-actor"],
  }),
});
await app.listen({ port: Number(process.env.BENCH_PORT), host: "127.0.0.1" });
console.log("ready");
process.on("SIGTERM", () => process.exit(0));
