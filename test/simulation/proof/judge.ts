/** Plays a story and says what it breaks; of a story that breaks something, how little of it still does. */
import { config } from "../../../infra/config.ts";
import { play } from "../city/play.ts";
import type { Store } from "../city/store.ts";
import { lineOf, type Step, type Story } from "../story/step.ts";
import { type Violation, violations } from "./invariants.ts";

export type NewStore = (jurisdiction: string) => Store | Promise<Store>;

/** What a story came to. */
export interface Judged {
  readonly story: Story;
  readonly violations: readonly Violation[];
  readonly mails: number;
  readonly uploads: number;
  /** How often what happened: visits by how they ended, functions that died. */
  readonly counts: Readonly<Record<string, number>>;
}

export async function judge(story: Story, newStore: NewStore): Promise<Judged> {
  const played = await play(story, await newStore(config.policy.jurisdiction.code));
  return {
    story,
    violations: await violations(played),
    mails: played.ports.post.left.length,
    uploads: played.journal.uploads.length,
    counts: played.journal.counts,
  };
}

/** The least of a story that still breaks the first thing it breaks: no single step of it can be left out. */
export async function shrunk({ story, violations: [first] }: Judged, newStore: NewStore): Promise<Judged> {
  const breaks = async (steps: readonly Step[]): Promise<Judged | undefined> => {
    const judged = await judge({ ...story, steps }, newStore);
    const same = judged.violations.filter(({ invariant }) => invariant === first?.invariant);
    return same.length > 0 ? { ...judged, violations: same } : undefined;
  };
  let least = await breaks(story.steps);
  if (least === undefined) throw new TypeError("a story that breaks nothing, or not each time");
  for (let size = Math.ceil(story.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let dropped: boolean;
    do {
      dropped = false;
      for (let from = 0; from < least.story.steps.length; ) {
        const without: Judged | undefined = await breaks(least.story.steps.toSpliced(from, size));
        if (without === undefined) from += size;
        else [least, dropped] = [without, true];
      }
    } while (dropped && size === 1);
  }
  return least;
}

/** A story that breaks something, to be read by a person; `steps`: all of the story it is a part of. */
export function told({ story, violations }: Judged, all: readonly Step[]): string {
  const numbers = story.steps.map((step) => all.indexOf(step) + 1);
  return [
    `✗ ${story.name}: ${violations[0]?.invariant}`,
    ...story.steps.map((step, index) => `  ${String(numbers[index]).padStart(3)}  ${lineOf(step)}`),
    ...violations.slice(0, 5).map(({ detail }) => `  → ${detail}`),
    `  again: npm run simulate -- --seed ${story.name.replace("seed ", "")} --only ${numbers.join(",")}`,
  ].join("\n");
}
