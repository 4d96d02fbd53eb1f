/** What can a person do once the month is over? Open pages, drop files, move the clock on a day, and end it all. */
import { posix, relative } from "node:path";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import type { City } from "./city.ts";
import { onKeys } from "./keyboard.ts";
import { moment, type Narrator } from "./narrator.ts";
import { placesFor, whoSignsIn } from "./places.ts";
import { watchFolder } from "./upload-folder.ts";

const DAY_MINUTES = 24 * 60;

/** Keeps everything running until `q` or Ctrl-C; `folder` is where files may be dropped. */
export async function stayUp(city: City, narrator: Narrator, folder: string): Promise<void> {
  const { cloud } = city;
  const { words, screen } = narrator;
  const watching = await watchFolder(folder, await city.folders(), {
    arrived: async (path, bytes) => {
      narrator.event(cloud.clock.now(), "file", `${path}  ${words.received}`);
      const document = await city.put(posix.dirname(path), posix.basename(path), bytes);
      if (document === undefined) narrator.fault(words.notSettled(path));
    },
    misplaced: (path) => narrator.event(cloud.clock.now(), "file", `${path}  ${words.misplaced}`),
    failed: (path, why) => narrator.fault(`${path}  ${words.unreadable(why)}`),
  });
  cloud.startSchedules();
  await tellPlaces(city, narrator, folder);

  const ended = Promise.withResolvers<void>();
  const showStatus = () => screen.status(`${moment(cloud.clock.now())} · ${words.keys}`);
  let days: Promise<void> = Promise.resolve();
  const nextDay = async () => {
    const mails = cloud.inbox().length;
    const until = addMinutes(cloud.clock.now(), DAY_MINUTES);
    await cloud.runUntil(until, showStatus);
    screen.line(words.dayOver(until, cloud.inbox().length - mails));
    showStatus();
  };
  const release = onKeys(
    process.stdin,
    {
      n: () => {
        days = days.then(nextDay).catch((fault: unknown) => narrator.fault(String(fault)));
      },
      q: ended.resolve,
    },
    ended.resolve,
  );
  // The cloud ends itself at a signal and lets it do the rest; the terminal must be given back before.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, release);
  const clock = setInterval(showStatus, 20_000);
  showStatus();
  await ended.promise;
  clearInterval(clock);
  watching.close();
  release();
  narrator.fallSilent();
  await cloud.stop();
  screen.line(words.ended);
}

async function tellPlaces(city: City, { words, screen }: Narrator, folder: string): Promise<void> {
  const { cloud } = city;
  const shown = (name: string, whose: string, address: string) =>
    screen.line(
      `  ${name}${whose === "" ? "" : words.inBrackets(whose)}\n    ${screen.styled("cyan", address)}`,
    );
  screen.line(`\n${screen.styled("bold", words.stillRunning(cloud.clock.now()))}`);
  shown(words.places.door, words.doorNote, `${cloud.apiAddress("Desk")}/`);
  for (const { name, mailbox } of await whoSignsIn(city))
    screen.line(`    ${mailbox}  ${name === "" ? words.admin : name}`);
  shown(words.places.inbox, "", cloud.inboxPage);
  const places = await placesFor(city, ["board", "filing", "report"]);
  const board = places.find(({ task }) => task === "board");
  if (board !== undefined) shown(words.places.board, board.whose, board.address);
  const form = places.find(({ task }) => task !== "board");
  if (form !== undefined)
    shown(words.places.form, [form.whose, words.task[form.task] ?? form.task].join(" · "), form.address);
  shown(words.places.folder, words.folders, `${relative(process.cwd(), folder)}/courts/1302/inbox/`);
  shown(words.places.endpoints, "S3, DynamoDB", `${cloud.endpoints.s3}  ${cloud.endpoints.dynamodb}`);
  screen.line();
}
