/** A thread that plays seeds, one after the other, as it is sent them. */
import { parentPort, workerData } from "node:worker_threads";
import { config } from "../../infra/config.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { engineStore, memoryStore } from "./city/store.ts";
import { packInFull } from "./light/in-full.ts";
import { OF_TWO_ORDERS } from "./proof/invariants.ts";
import { judge, type NewStore, shrunk, told } from "./proof/judge.ts";
import { orderMatters } from "./proof/two-orders.ts";
import { storyOf } from "./story/write-story.ts";

/** What became of a seed. */
export interface SeedPlayed {
  readonly seed: number;
  readonly steps: number;
  readonly mails: number;
  readonly uploads: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Names of what was broken. */
  readonly broken: readonly string[];
  /** The least story that breaks it, to be read; and as data, to be kept. */
  readonly told?: string;
  readonly least?: string;
}

const engine = workerData.engine === true ? await startCaseTableEngine() : undefined;
const newStore: NewStore = engine === undefined ? memoryStore : (code) => engineStore(engine, code);

parentPort?.on("message", async (message: number | "end") => {
  if (message === "end") {
    await engine?.stop();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(await played(message));
});
parentPort?.postMessage("ready");

/** One seed in so many is played in two orders as well. */
const TWO_ORDERS = 5;
/** One seed in so many is played with DOCX, workbooks, charts and MIME as they are made for people. */
const IN_FULL = 50;

async function played(seed: number): Promise<SeedPlayed> {
  const story = storyOf(seed);
  await packInFull(seed % IN_FULL === 0);
  const judged = await judge(story, newStore);
  const { mails, uploads, counts, violations } = judged;
  const broken: string[] = [...new Set(violations.map(({ invariant }) => invariant))];
  const done = { seed, steps: story.steps.length, mails, uploads, counts, broken };
  if (broken.length > 0) {
    const least = await shrunk(judged, newStore);
    return { ...done, told: told(least, story.steps), least: JSON.stringify(least.story) };
  }
  if (seed % TWO_ORDERS !== 0) return done;
  const matters = await orderMatters(story, seed, () => newStore(config.policy.jurisdiction.code));
  if (matters === undefined) return done;
  const [first, second] = matters.orders;
  const name = Object.keys(OF_TWO_ORDERS).join();
  const lines = [`✗ seed ${seed}: ${name}`, ...first, "  or", ...second, ...matters.details];
  return { ...done, broken: [name], told: lines.join("\n  ") };
}
