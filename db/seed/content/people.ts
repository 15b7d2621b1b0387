import { peopleA } from "./people-a.ts";
import { peopleB } from "./people-b.ts";
import { peopleC } from "./people-c.ts";
import { vendorPeople } from "./people-vendor.ts";
import type { SeedPerson } from "./types.ts";

/** Everybody in the demo community: the vendor's staff first, then customers by organisation. */
export const people: SeedPerson[] = [...vendorPeople, ...peopleA, ...peopleB, ...peopleC];
