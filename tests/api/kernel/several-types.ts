import "@maple-bridge/server/kernel/schema";
import { assignments, grids, members, units } from "@maple-bridge/drizzle/tables";
import {
  anyOf,
  column,
  connectionOf,
  everything,
  From,
  inReach,
  many,
  pages,
  type PageOrder,
  PageArgs,
  query,
  type Reading,
  type Ref,
  sql,
  through,
  typeOfRow,
} from "@maple-bridge/server/kernel/read";
import type { Module } from "@maple-bridge/server/kernel/schema";
import {
  Args,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  InterfaceType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";

/** A schema of the tests' own, over the product's tables: no type of the product is of several types yet, or linked with many. */

const never = (): never => {
  throw new Error("read by its source");
};

/** Of all the bureau's grids and members, and of one place that there is not. */
const things = query(
  "things",
  { id: "not null", type: "not null", meant: "null", unitId: "null", name: "not null" },
  ({ bureau }) => sql`
    select g.id, 'Area' as type, g.id as meant, f.station_id as unit_id, g.code as name
      from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.ends_on is null where g.bureau_id = ${bureau}
    union all select m.id, 'Person', m.id, u.unit_id, m.badge
      from members m join member_units u on u.bureau_id = m.bureau_id and u.member_id = m.id and u.ends_on is null where m.bureau_id = ${bureau}
    union all select p.id, 'Place', p.id, p.parent_id, p.name from units p where p.bureau_id = ${bureau}
    union all select uuid_nil, 'Place', uuid_nil, null, 'nowhere' from (select '00000000-0000-0000-0000-000000000000'::uuid as uuid_nil) n`,
);

/** Of each assignment, the grid, the member or the bureau's root; or something of a type that the fields do not have. */
const notes = query(
  "notes",
  { id: "not null", action: "not null", type: "not null", about: "not null" },
  ({ bureau }) => sql`
    select n.id, n.duty as action, (array['Area', 'Person', 'Place', 'Stranger'])[n.turn] as type,
      (array[n.grid_id, n.member_id, n.root, n.grid_id])[n.turn] as about
    from (select a.*, abs(hashtext(a.id::text)) % 4 + 1 as turn,
      (select u.id from units u where u.bureau_id = ${bureau} and u.parent_id is null) as root
      from assignments a where a.bureau_id = ${bureau} order by a.id limit 40) n`,
);

const seenWhere = (reading: Reading, grid: { id: typeof everything }) =>
  sql`exists (select from grid_facts f where f.bureau_id = ${reading.bureau} and f.grid_id = ${grid.id} and f.ends_on is null and ${inReach(reading, sql`f.station_id`)})`;

@InterfaceType({ resolveType: typeOfRow })
abstract class Named {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

/** Each assignment twice: a child that two rows link with its parent is there once. */
const links = query(
  "links",
  { gridId: "not null", memberId: "not null", startsAt: "not null", endsAt: "null" },
  ({ bureau }) => sql`
    select a.grid_id, a.member_id, a.starts_at, a.ends_at from assignments a, (values (1), (2)) as twice (turn) where a.bureau_id = ${bureau}`,
);

type Span = { startsAt: typeof everything; endsAt: typeof everything };
const where = (link: Span, { at }: Reading) =>
  sql`${link.startsAt} <= ${at} and (${link.endsAt} is null or ${link.endsAt} > ${at})`;

const peopleOfArea = through(links, { parent: links.gridId, child: links.memberId, where });
const areasOfPerson = through(assignments, { parent: assignments.memberId, child: assignments.gridId, where });

const byName = {
  any: { type: things.type, id: things.meant },
  order: (thing: { name: typeof everything; id: typeof everything }) => sql`${thing.name}, ${thing.id}`,
};

@ObjectType({ implements: Named })
@From(members, {
  visibleTo: (member, { caller }) => (caller.reach() === "all" ? everything : sql`${member.kind} = 'OFFICER'`),
})
class Person {
  @Field(() => ID) @column(members.id) id!: string;
  @Field(() => String) @column(members.name) name!: string;
  @Field(() => String, { nullable: true }) @column(members.phone) phone?: string;
  @Field(() => [Area])
  @many(grids, { about: 3, through: areasOfPerson, order: (area) => sql`${area.code}` })
  areas!: Ref<Area>[];
}

const PersonConnection = connectionOf("Person", () => Person);

@ObjectType({ implements: Named })
@From(grids, { visibleTo: (grid, reading) => seenWhere(reading, grid) })
class Area {
  @Field(() => ID) @column(grids.id) id!: string;
  @Field(() => String) @column(grids.code) name!: string;
  @Field(() => Int, { nullable: true }) @column(grids.households) households?: number;
  @Field(() => [Person])
  @many(members, { about: 8, through: peopleOfArea, order: (person) => sql`${person.badge}` })
  people!: Ref<Person>[];
}

const Thing = createUnionType({ name: "Thing", types: () => [Area, Person] as const, resolveType: typeOfRow });

@ObjectType()
class ThingEdge {
  @Field(() => String) cursor!: string;
  @Field(() => Thing) node!: typeof Thing;
}

@ObjectType()
class ThingConnection {
  @Field(() => [ThingEdge]) edges!: ThingEdge[];
  @Field(() => [Thing]) nodes!: (typeof Thing)[];
  @Field(() => Int) totalCount!: number;
}

@ObjectType({ implements: Named })
@From(units, { visibleTo: (unit, reading) => inReach(reading, unit.id) })
class Place {
  @Field(() => ID) @column(units.id) id!: string;
  @Field(() => String) @column(units.name) name!: string;
  @Field(() => [Named]) @many(things, { about: 10, child: things.unitId, ...byName }) things!: Named[];
  @Field(() => [Thing]) @many(things, { about: 10, child: things.unitId, ...byName }) some!: (typeof Thing)[];
}

@ObjectType()
@From(notes, { visibleTo: () => everything })
class Note {
  @Field(() => ID) @column(notes.id) id!: string;
  @Field(() => String) @column(notes.action) action!: string;
  @Field(() => Named, { nullable: true }) @anyOf(notes.type, notes.about) about?: Named;
  @Field(() => Thing, { nullable: true }) @anyOf(notes.type, notes.about) thing?: typeof Thing;
}

const paged = {
  any: byName.any,
  order: (thing: { name: typeof everything }): PageOrder => ({ terms: [{ by: thing.name, type: "text" }] }),
};

@Resolver()
class Probes {
  @Query(() => [Named]) @many(things, { about: 20, ...byName }) everyThing() {
    return never();
  }
  @Query(() => [Place]) @many(units, { about: 20, order: (unit) => sql`${unit.name}, ${unit.id}` }) places() {
    return never();
  }
  @Query(() => [Area]) @many(grids, { about: 500, order: (grid) => sql`${grid.code}` }) areas() {
    return never();
  }
  @Query(() => ThingConnection) @pages(things, paged) thingPages(@Args(() => PageArgs) _page: PageArgs) {
    return never();
  }
  @Query(() => [Note]) @many(notes, { about: 100, order: (note) => sql`${note.id}` }) notes() {
    return never();
  }
}

@Resolver(() => Place)
class OnPlace {
  @FieldResolver(() => ThingConnection)
  @pages(things, { child: things.unitId, ...paged })
  thingPages(@Args(() => PageArgs) _page: PageArgs) {
    return never();
  }
}

@Resolver(() => Area)
class OnArea {
  @FieldResolver(() => PersonConnection)
  @pages(members, { through: peopleOfArea, order: (person) => ({ terms: [{ by: person.badge, type: "text" }] }) })
  peoplePages(@Args(() => PageArgs) _page: PageArgs) {
    return never();
  }
}

export const severalTypes: Module = {
  name: "probe",
  resolvers: [Probes, OnPlace, OnArea],
  types: [Place, Person, Area],
};
