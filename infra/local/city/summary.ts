/** What did the month come to? Each case's outcome, the bulletin's files, and what must not be: dead letters, lost events. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Cloud } from "../wiring/services.ts";
import type { City } from "./city.ts";
import type { Narrator } from "./narrator.ts";

/** Prints it, with the bulletins saved below `folder`; of a month that went to its end one is missed where there is none. */
export async function summarise(
  { cloud, records, cases }: City,
  narrator: Narrator,
  folder: string,
  isWhole: boolean,
): Promise<void> {
  const { words, screen } = narrator;
  screen.line(`\n${screen.styled("bold", words.outcomes)}`);
  for (const number of [...cases()].toSorted()) {
    const file = await records.caseFile(number);
    if (file !== undefined) narrator.outcome(file);
  }
  const files = await saveBulletins(cloud, folder);
  if (files.length > 0) screen.line(`\n${screen.styled("bold", words.bulletin)}`);
  for (const file of files) screen.line(`  ${relative(process.cwd(), file)}`);
  const mails = cloud.inbox();
  const addresses = new Set(mails.flatMap(({ destinations }) => destinations));
  screen.line(`\n${words.mailed(mails.length, addresses.size)}`);
  for (const { queue } of cloud.deadLetters()) narrator.fault(words.deadLetter(queue));
  for (const lost of cloud.lostEvents()) narrator.fault(words.lostEvent(JSON.stringify(lost).slice(0, 200)));
  if (isWhole && files.length === 0) narrator.fault(words.noBulletin);
}

/** Copies what the records bucket holds to a folder a person can open. */
async function saveBulletins(cloud: Cloud, folder: string): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true });
  const records = cloud.buckets.find(({ name }) => name.includes("records"));
  const saved: string[] = [];
  for (const version of records?.list("bulletins/") ?? []) {
    const file = join(folder, version.key.slice("bulletins/".length));
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, records?.read(version) ?? "");
    saved.push(file);
  }
  return saved;
}
