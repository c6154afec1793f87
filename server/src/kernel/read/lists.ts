import { Arg, Args, ArgsType, type ClassType, Field, Query, Resolver } from "type-graphql";
import { OrderDirection } from "../order-direction.ts";
import { DateTime } from "../scalars.ts";
import type { Orders } from "./orders.ts";
import { PageArgs } from "./page-args.ts";
import type { Rows } from "./relation.ts";
import { list } from "./sources.ts";

/** A list in pages of all rows that are in sight, which may be filtered and ordered. */
interface DeclaredList {
  gives: Function;
  filter: ClassType;
  orders: Orders;
  /** How it goes until somebody says. */
  direction: keyof typeof OrderDirection;
  description?: string;
  /** It may be asked about a moment, and what that means. */
  at?: string;
}

/** Binds the orders to their rows. */
export const listOf = <R extends Rows>({
  orders,
  direction = "ASC",
  ...declared
}: Omit<DeclaredList, "orders" | "direction"> & {
  orders: Orders<R>;
  direction?: DeclaredList["direction"];
}): DeclaredList => ({ ...declared, direction, orders: orders as unknown as Orders });

/** A resolver of lists by their names. */
export function lists(declared: Readonly<Record<string, DeclaredList>>): Function {
  class Lists {}
  const of = Lists.prototype as Record<string, unknown>;
  for (const [name, { gives, orders, description, at, ...args }] of Object.entries(declared)) {
    of[name] = () => {
      throw new Error("read by its source");
    };
    const method = Object.getOwnPropertyDescriptor(of, name)!;
    const Taken = listArgs(args, orders);
    Args(() => Taken)(of, name, 0);
    if (at !== undefined) Arg("at", () => DateTime, { nullable: true, description: at })(of, name, 1);
    Query(() => gives as ClassType, { ...(description !== undefined && { description }) })(of, name, method);
    list(orders.rows, orders)(of, name, method);
  }
  Resolver()(Lists);
  return Lists;
}

function listArgs({ filter, direction }: Pick<DeclaredList, "filter" | "direction">, { names }: Orders) {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(() => filter, { nullable: true }) filter?: object;
    @Field(() => names, { defaultValue: Object.keys(names)[0] }) orderBy!: string;
    @Field(() => OrderDirection, { defaultValue: direction }) direction!: string;
  }
  return ListArgs;
}
