/** People who act: each opens a link out of a mail that came to somebody, and does what the page lets him do. */
import type { desk } from "../../../functions/desk/desk.ts";
import { linkOf, taskLinksOf } from "../../../shared/domain/notices/desk-link.ts";
import type { Policy } from "../../../shared/domain/policy.ts";
import { addMinutes, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { chance, hashOf } from "../story/chance.ts";
import type { Step } from "../story/step.ts";
import type { Journal } from "./journal.ts";
import { visitLink } from "./person.ts";
import type { CityPorts } from "./ports.ts";

export interface Around {
  readonly now: Instant;
  readonly policy: Policy;
  readonly pages: ReturnType<typeof desk>;
  readonly ports: CityPorts;
  readonly log: Journal;
  /** Forms that have done their work, as they were sent. */
  readonly done: SentForm[];
  readonly sweep: () => Promise<void>;
}

export interface SentForm {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** As many days a mail is new. */
const NEW_DAYS = 3;

export async function act(step: Step & { readonly do: "visit" }, around: Around): Promise<void> {
  const { now, pages, ports, log } = around;
  const token = await chosenLink(step, around);
  if (token === undefined) return log.count("visit: no mail");
  const get = async (path: string) => pages.request(path);
  const post = (path: string, form: Readonly<Record<string, string>>) => sent({ path, form }, around);
  const before = log.counts.writes;
  const visit = await visitLink({ get, post }, token, step.seed, civilDateAt(now), async (send) => {
    switch (step.how) {
      case "once":
        return send();
      case "twice": {
        const first = await send();
        const again = await send();
        return first.status === 200 ? again : first;
      }
      case "twice at once":
        return (await Promise.all([send(), send()]))[0];
      case "beside a sweep":
        return (await Promise.all([send(), around.sweep()]))[0];
      default:
        return step.how satisfies never;
    }
  });
  log.count(`visit: ${visit.end}${visit.end === "answered" ? ` ${visit.status}` : ""}`);
  if (step.how === "once" && visit.end === "answered" && visit.status === 303 && log.counts.writes === before)
    log.empty.push(`${now} ${visit.path}: somebody is told that it is done, and nothing is written`);
  await takeInHandedIn(ports);
}

/** One that has done its work is kept: it may be sent again. */
async function sent(one: SentForm, { pages, done }: Around): Promise<Response> {
  const body = () => new URLSearchParams(one.form);
  const send = () => pages.request(one.path, { method: "POST", body: body() });
  const first = await send();
  // Who sees an apology tries once more.
  const answer = first.status === 500 ? await send() : first;
  if (answer.status === 303) done.push(one);
  return answer;
}

/** What a colleague's page would send: the same answers in his name, under its own number. */
const COLLEAGUE = { by: "王芳", form: "00000000-0000-4000-9000-000000000000" } as const;

export async function sendAgain(step: Step & { readonly do: "send again" }, around: Around): Promise<void> {
  const { ports, log, done } = around;
  const one = preferred(done, step.seed, ({ path }) => path);
  if (one === undefined) return log.count("sent again: nothing yet");
  const own = Object.entries(COLLEAGUE).filter(([name]) => name in one.form);
  const form = step.who === "the same" ? one.form : { ...one.form, ...Object.fromEntries(own) };
  const { status } = await sent({ ...one, form }, around);
  log.count(`sent again by ${step.who}: ${status}`);
  await takeInHandedIn(ports);
}

/**
 * The link that this step's number prefers of those there are: another story with other mails chooses the same one as long as it
 * is among them.
 */
async function chosenLink(
  { seed, mails }: Step & { readonly do: "visit" },
  { now, policy, ports }: Around,
): Promise<string | undefined> {
  const from = mails === "new" ? addMinutes(now, -NEW_DAYS * 24 * 60) : "";
  const links = ports.post.left
    .filter(({ at, arrived }) => arrived && at >= from)
    .flatMap(({ notice }) => {
      const own = linkOf(notice, policy.links);
      return [...(own === undefined ? [] : [own]), ...taskLinksOf(notice, policy.links)];
    });
  const kinds = [...new Set(links.map(({ task }) => task))];
  if (kinds.length === 0) return undefined;
  // Of each kind as often: boards stand in every digest, and are only looked at.
  const lookedAt = new Set(["board", "case-page", "search", "calendar", "programme", "ledger"]);
  const acting = kinds.filter((kind) => !lookedAt.has(kind));
  const task = preferred(acting.length > 0 && chance(seed).is(0.8) ? acting : kinds, seed, String);
  const link = preferred(
    links.filter((one) => one.task === task),
    seed,
    ({ nonce }) => nonce,
  );
  return link === undefined ? undefined : (await ports.linkAddress(link)).slice(1);
}

function preferred<One>(from: readonly One[], seed: number, name: (one: One) => string): One | undefined {
  let best: { readonly one: One; readonly rank: number } | undefined;
  for (const one of from) {
    const rank = hashOf(`${seed} ${name(one)}`);
    if (best === undefined || rank < best.rank) best = { one, rank };
  }
  return best?.one;
}

/** What pages have put into the inbox is told to the intake, as any other file. */
async function takeInHandedIn({ inbox, records, queue }: CityPorts): Promise<void> {
  for await (const file of inbox.list("bureaus/"))
    if ((await records.settledUpload(file.key, file.versionId).catch(() => "unknown")) === undefined)
      await queue.enqueue(file);
}
