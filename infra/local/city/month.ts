/** How does the sample month go by? One thing after the other, with the schedules in between. */
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { City } from "./city.ts";
import { moment, type Narrator } from "./narrator.ts";
import { type DeskVisit, DIRECTORY, END, MONTH, START, type Upload } from "./scenario.ts";

/** Lets the month happen, as far as `until`; what follows from each thing is told by whoever watches the city. */
export async function playMonth(city: City, narrator: Narrator, until: Instant = END): Promise<void> {
  const { cloud } = city;
  const things = MONTH.filter(({ at }) => at <= until);
  const { words, screen } = narrator;
  const showClock = (at: Instant) => screen.status(moment(at));
  cloud.clock.set(START);
  screen.line(`\n${screen.styled("bold", words.month(things.length))}\n`);
  for (const one of [DIRECTORY, ...things]) {
    await cloud.runUntil(one.at, showClock);
    await ("file" in one ? bring(one) : act(one));
  }
  await cloud.runUntil(until, showClock);
  screen.status("");

  async function bring(one: Upload): Promise<void> {
    narrator.remark(`${one.folder}/${one.file}`, words.notes[one.note]);
    const document = await city.upload(one);
    if (document === undefined) narrator.fault(words.notSettled(one.file));
  }

  async function act(one: DeskVisit): Promise<void> {
    narrator.event(one.at, "desk", `${one.address}${words.inBrackets(words.notes[one.note])}`);
    const { title, done } = await city.visit(one);
    narrator.event(one.at, "desk", `→ ${title}：${done}`);
  }
}
