/** What holds in every city whatever happens in it; a story that breaks one of these has found a fault. */
import type { Played } from "../city/play.ts";
import { deadlinesWithoutSitting, heldEarly, notTheirFold, otherBoards, owedAndSilent } from "./of-cases.ts";
import { changedBulletins, otherFigures } from "./of-figures.ts";
import { lostLines, lostNotices, sentTwice, twoMailsOfTheDay, withoutConfirmation } from "./of-mail.ts";
import { unsettledUploads } from "./of-uploads.ts";

/** What is wrong, a line for each. */
export type Check = (played: Played) => Promise<readonly string[]>;

interface Invariant {
  readonly says: string;
  readonly broken: Check;
}

export const INVARIANTS = {
  "no notice is lost": {
    says: "Every notice that was written was sent, waits for its time, was dropped for a reason, or a person was told that it did not arrive.",
    broken: lostNotices,
  },
  "no line is lost": {
    says: "Every line that waited for a mail of the day stands in one.",
    broken: lostLines,
  },
  "nothing is sent twice": {
    says: "No notice leaves twice unless the carrier's word of the first was lost, and no two notices with the same words go to one address.",
    broken: sentTwice,
  },
  "one mail of the day": {
    says: "A bureau gets one digest a day at most, an agency one mail of the day.",
    broken: twoMailsOfTheDay,
  },
  "what is owed is said": {
    says: "No case owes anybody a word that neither left nor was reported as reaching nobody.",
    broken: owedAndSilent,
  },
  "state is the fold of events": {
    says: "A case file is what its audit trail leads to.",
    broken: notTheirFold,
  },
  "boards show the case": {
    says: "A case has one row on each board on which its file says it stands, and they say what the file says was written there.",
    broken: otherBoards,
  },
  "every upload is settled": {
    says: "Every file in the inbox ends as read, in review or rejected, and whoever is to hear of that was told.",
    broken: unsettledUploads,
  },
  "nothing is heard before its time": {
    says: "No sitting is held, and nobody was present or absent, on a day that had not come.",
    broken: heldEarly,
  },
  "deadlines belong to sittings": {
    says: "Every period of a report or filing belongs to a hearing of its case, and runs only for one that is set or was held.",
    broken: deadlinesWithoutSitting,
  },
  "figures are recomputed": {
    says: "What statistics are counted from is what the events of all cases, counted from scratch, give.",
    broken: otherFigures,
  },
  "issued bulletins stay": {
    says: "No file of an issued bulletin changes after it was issued.",
    broken: changedBulletins,
  },
  "a person answers for what accuses": {
    says: "No copy goes to a superior, and no bulletin leaves, before a person has said so.",
    broken: withoutConfirmation,
  },
  "one act a link": {
    says: "What a link brings about on a case is written once, however often and by whomever it is opened and sent.",
    broken: async ({ journal }) =>
      [...journal.acts].flatMap(([cause, times]) => {
        const [first, second] = [...times].toSorted();
        return first === undefined || second === undefined || journal.forgotten(cause, first, second)
          ? []
          : [`${cause} at ${[...times].join(", ")}`];
      }),
  },
  "one edition a signature": {
    says: "A bulletin that is signed is made once, however often its issue is begun.",
    broken: async ({ journal }) =>
      journal.gaps.length > 0
        ? []
        : [...journal.editions].flatMap(([signed, versions]) =>
            versions.size > 1 ? [`versions ${[...versions].join(", ")} by ${signed}`] : [],
          ),
  },
  "done is done": {
    says: "Who is told that something is done has brought about a write, and a file said to be taken in is settled.",
    broken: async ({ journal }) => journal.empty,
  },
  "nothing fails by itself": {
    says: "No function and no page ends with a fault that nothing brought about.",
    broken: async ({ journal }) => journal.faults.map(({ at, what, words }) => `${at} ${what}: ${words}`),
  },
} as const satisfies Readonly<Record<string, Invariant>>;

export type InvariantName = keyof typeof INVARIANTS;

/** What holds of two cities with the same papers (two-orders.ts). */
export const OF_TWO_ORDERS = {
  "two orders lead to the same": {
    says: "The same papers in two orders lead to the same cases, sittings, attendance and figures, unless a person is asked in one of them.",
  },
} as const;

/** One thing that must not be. */
export interface Violation {
  readonly invariant: InvariantName;
  readonly detail: string;
}

/** All that a city breaks. */
export async function violations(played: Played): Promise<readonly Violation[]> {
  const all: Violation[] = [];
  for (const [invariant, { broken }] of Object.entries(INVARIANTS) as [InvariantName, Invariant][])
    for (const detail of await broken(played)) all.push({ invariant, detail });
  return all;
}
