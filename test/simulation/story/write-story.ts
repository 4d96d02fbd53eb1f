/** The story of a seed: what papers come, in whatever order, what people do, and what breaks. */
import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDate,
  type Instant,
  instantAt,
} from "../../../shared/domain/time/time.ts";
import { type Chance, chance } from "./chance.ts";
import { cityOf, MAILBOXES } from "./people.ts";
import { papersOfCase, papersOfLedgers } from "./sent-papers.ts";
import type { Happening, Step, Story } from "./step.ts";

/** The first day of all stories: a Tuesday. */
const FIRST = civilDate("2026-09-01");

/** How large a story is, by how often. */
const SIZES = { small: 6, middle: 3, large: 1 } as const;
const SIZE_OF = {
  small: { cases: 1, weeks: 3, visits: 5, troubles: 3 },
  middle: { cases: 2, weeks: 6, visits: 10, troubles: 6 },
  large: { cases: 5, weeks: 10, visits: 25, troubles: 12 },
} as const;

/** The story of a seed; the same each time. */
export function storyOf(seed: number): Story {
  const by = chance(seed);
  const size = SIZE_OF[by.weighed(SIZES)];
  const first = addDays(FIRST, by.whole(0, 20));
  const days = size.weeks * 7;
  const city = cityOf(by, size.cases, first);
  const papers = city.cases.flatMap((one) => papersOfCase(by, one, city));
  const ledgers = by.is(0.7) ? papersOfLedgers(by, city, addDays(first, days)) : [];
  const visits = Array.from({ length: size.visits + by.whole(0, size.visits) }, () => visit(by, first, days));
  const troubles = by.is(0.15)
    ? []
    : Array.from({ length: by.whole(1, size.troubles) }, () => trouble(by, first, days));
  const steps = [...papers, ...ledgers, ...visits, ...troubles]
    .filter(({ at }) => at < instantAt(addDays(first, days)))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return {
    name: `seed ${seed}`,
    start: instantAt(first, "07:30"),
    end: instantAt(addDays(first, days), "18:00"),
    twoSteps: by.is(0.3),
    steps,
  };
}

function visit(by: Chance, first: CivilDate, days: number): Step {
  return {
    // Mails come first.
    at: momentIn(by, addDays(first, 3), days - 3),
    do: "visit",
    seed: by.whole(1, 1_000_000),
    mails: by.is(0.75) ? "new" : "any",
    how: by.weighed({ once: 8, "twice at once": 1, twice: 1, "beside a sweep": 1 }),
  };
}

/** In office hours mostly. */
function momentIn(by: Chance, first: CivilDate, days: number): Instant {
  const hour = by.is(0.85) ? by.whole(8, 18) : by.whole(0, 23);
  const at = instantAt(addDays(first, by.whole(0, days - 1)), `${String(hour).padStart(2, "0")}:00`);
  return addMinutes(at, by.whole(1, 59));
}

const KINDS: Readonly<Record<Happening["do"], number>> = {
  upload: 0,
  visit: 0,
  "send again": 4,
  crash: 8,
  conflict: 4,
  carrier: 4,
  reports: 3,
  "mailbox dies": 2,
  "table out of reach": 1,
  "keys out of reach": 1,
  "no sweep": 2,
  "intake waits": 2,
  sweep: 3,
  "stream loses": 2,
  restore: 2,
  deploy: 0.5,
};

function trouble(by: Chance, first: CivilDate, days: number): Step {
  const at = momentIn(by, first, days);
  return { at, ...happening(by, at) };
}

function happening(by: Chance, at: Instant): Happening {
  const kind = by.weighed(KINDS);
  switch (kind) {
    case "crash":
      return by.is(0.15)
        ? { do: kind, effects: by.whole(1, 12), side: by.is(0.5) ? "before" : "after", in: "issue" }
        : { do: kind, effects: by.whole(1, 12), side: by.is(0.5) ? "before" : "after" };
    case "send again":
      return { do: kind, seed: by.whole(1, 1_000_000), who: by.is(0.5) ? "the same" : "a colleague" };
    case "conflict":
      return { do: kind, writes: by.whole(1, 4) };
    case "carrier":
      return {
        do: kind,
        how: by.weighed({
          "refuses for now": 2,
          "refuses for good": 1,
          "takes it and gives no answer": 2,
          "is out of reach": 1,
        }),
        mails: by.weighed({ few: 4, many: 1 }) === "few" ? by.whole(1, 3) : by.whole(10, 60),
      };
    case "reports":
      return {
        do: kind,
        how: by.weighed({ "are lost": 1, "come twice": 1, "come late": 1 }),
        mails: by.whole(1, 20),
      };
    case "mailbox dies":
      return { do: kind, address: by.pick(MAILBOXES) };
    case "table out of reach":
      return { do: kind, until: addMinutes(at, by.whole(5, 240)) };
    case "keys out of reach":
      return { do: kind, until: addMinutes(at, by.whole(60, 2000)) };
    case "no sweep":
      return { do: kind, until: addMinutes(at, by.whole(60, 4000)) };
    case "intake waits":
      return { do: kind, until: addMinutes(at, by.whole(60, 7000)) };
    case "sweep":
      return { do: kind, minutes: by.weighed({ right: 1, wrong: 2 }) === "right" ? 0 : by.whole(-90, 90) };
    case "stream loses":
      return { do: kind, notices: by.whole(1, 5) };
    case "restore":
      return { do: kind, compared: by.is(0.7) };
    case "deploy":
      return { do: kind, policy: by.is(0.5) ? "other" : "first" };
    case "upload":
    case "visit":
      throw new TypeError("not a trouble");
    default:
      return kind satisfies never;
  }
}
