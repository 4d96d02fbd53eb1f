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
  readonly sweep: () => Promise<void>;
}

/** As many days a mail is new. */
const NEW_DAYS = 3;

export async function act(step: Step & { readonly do: "visit" }, around: Around): Promise<void> {
  const { now, pages, ports, log } = around;
  const token = await chosenLink(step, around);
  if (token === undefined) return log.count("visit: no mail");
  const get = async (path: string) => pages.request(path);
  const post = async (path: string, form: Readonly<Record<string, string>>) => {
    const sent = () => pages.request(path, { method: "POST", body: new URLSearchParams(form) });
    const answer = await sent();
    // Who sees an apology tries once more.
    return answer.status === 500 ? sent() : answer;
  };
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
