/** Plays a story: steps at their times, and between them what runs by itself, as the deployment's schedules and queues have it. */
import { recount } from "../../../functions/deadline-sweep/recount.ts";
import { sweep } from "../../../functions/deadline-sweep/sweep.ts";
import { desk } from "../../../functions/desk/desk.ts";
import { takeIn } from "../../../functions/document-intake/intake.ts";
import { audits } from "../../../functions/inbox-audit/audits.ts";
import { settleFeedback } from "../../../functions/mail-feedback/settle-feedback.ts";
import { issueSigned } from "../../../functions/monthly-bulletin/bulletin/issued.ts";
import { JobsFailed, runJobs, type Task } from "../../../functions/monthly-bulletin/month-jobs.ts";
import { sendNotice } from "../../../functions/notice-mailer/send-notice.ts";
import { config } from "../../../infra/config.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { SigningRef } from "../../../shared/domain/signing/signing.ts";
import {
  addDays,
  addMinutes,
  addMonths,
  civilDate,
  civilDateAt,
  clockTimeAt,
  type Instant,
  instantAt,
  monthOf,
} from "../../../shared/domain/time/time.ts";
import type { FileToTake } from "../../../shared/ports/intake-queue.ts";
import type { MailFeedback } from "../../../shared/ports/outbox.ts";
import { RULES } from "../../support/case-builders.ts";
import { DIRECTORY_FILE } from "../story/people.ts";
import type { Step, Story } from "../story/step.ts";
import { type Around, act, type SentForm, sendAgain } from "./acting.ts";
import { monthly, OTHER } from "./deployment.ts";
import { isProvoked, noFaults } from "./faults.ts";
import { type Journal, journal } from "./journal.ts";
import { type CityPorts, cityPorts } from "./ports.ts";
import type { Store } from "./store.ts";

/** A city after its story. */
export interface Played {
  readonly store: Store;
  readonly ports: CityPorts;
  readonly journal: Journal;
  readonly rules: Rules;
  readonly now: Instant;
}

/** How often a queue gives a message again before it is set aside. */
const TRIES = 3;

/** Plays a story to its end, and then some days in which nothing more happens, so that what waits can leave. */
export async function play(story: Story, store: Store): Promise<Played> {
  let now = story.start;
  const first = story.twoSteps ? config.policy : RULES.policy;
  let rules: Rules = { ...RULES, policy: first };
  let noSweepUntil = now;
  let intakeWaitsUntil = now;
  let lastHour = now;
  let losses = 0;
  const faults = noFaults();
  const log = journal();
  const later: { readonly at: Instant; readonly run: () => Promise<void> }[] = [];
  const stream = new Map<string, Parameters<Parameters<typeof cityPorts>[2]["pending"]>[0]>();
  const done: SentForm[] = [];
  const toIssue = new Map<string, SigningRef>();
  const copies: { readonly at: Instant; readonly back: () => Promise<void> }[] = [];

  const ports = cityPorts(store, faults, {
    now: () => now,
    rules: () => rules,
    pending: (notice) => {
      if (losses > 0) losses -= 1;
      else stream.set(JSON.stringify([notice.subject, notice.id]), notice);
    },
    written: (change) => {
      log.written(change, now);
      for (const { signing } of change.signings ?? [])
        if (signing.state === "issuing") toIssue.set(`${signing.period} ${signing.month}`, signing);
    },
    added: (notice) => log.added(notice),
    report: (feedback) => at(feedback.at, () => settle(feedback, 1)),
    enqueue: (file) => at(addMinutes(now, 1), () => take(file, 1)),
    unreached: (unreached) => log.unreached(unreached, now),
    failed: (fault) => log.fault("desk", fault, now),
    writtenDown: (what) => void log.writtenDown.add(what),
    filed: (key, bytes) => log.filedAs(key, bytes, now),
  });
  const pages = desk(ports.desk);

  for (const [day, task] of monthly(story)) at(day, () => month(task, day, 1));
  for (let day = civilDateAt(story.start); day <= civilDateAt(ending()); day = addDays(day, 1)) {
    at(instantAt(day, "03:00"), async () => void copies.push({ at: now, back: await store.copy() }));
    at(instantAt(day, "07:00"), () =>
      run("audit", async () => void (await Array.fromAsync(audits(ports, { now, clock: now })))).then(
        () => {},
      ),
    );
  }

  await lay("directory", "directory.json", DIRECTORY_FILE, 1);
  for (const step of story.steps) {
    await until(step.at);
    await run("step", () => does(step));
    await pump();
  }
  await until(ending());
  return { store, ports, journal: log, rules, now };

  function around(): Around {
    const { policy } = rules;
    return { now, policy, pages, ports, log, done, sweep: () => sweepNow(now, TRIES) };
  }

  /** Mail may have been away for days: what waits has time to leave. */
  function ending(): Instant {
    return addMinutes(story.end, 6 * 24 * 60);
  }

  function at(when: Instant, work: () => Promise<void>): void {
    const index = later.findLastIndex((one) => one.at <= when);
    later.splice(index + 1, 0, { at: when, run: work });
  }

  async function until(end: Instant): Promise<void> {
    for (;;) {
      const hour = await nextHour();
      const next = later[0];
      const isSweep = next === undefined || hour <= next.at;
      const when = isSweep ? hour : next.at;
      if (when > end) break;
      if (when > now) now = when;
      if (isSweep) {
        lastHour = hour;
        if (hour >= noSweepUntil) await sweepNow(now, 1);
      } else await later.shift()?.run();
      await pump();
    }
    now = end;
  }

  /** The next full hour at which a sweep finds something. */
  async function nextHour(): Promise<Instant> {
    const due = await store.nextDue();
    // That of the very minute that has come is still to be.
    const last = now > lastHour ? addMinutes(now, -1) : lastHour;
    const after = addMinutes(last, 60 - minutesOf(last));
    if (due === undefined) return NEVER;
    const full = addMinutes(due, (60 - minutesOf(due)) % 60);
    return [full, after].toSorted()[1] ?? after;
  }

  async function sweepNow(clock: Instant, tries: number): Promise<void> {
    await run("sweep", async () => {
      const report = await sweep(ports, clock, rules);
      log.swept(report, clock);
      await recount(ports, clock, rules);
      if (report.failed.length > 0 && tries < TRIES) at(addMinutes(now, 2), () => sweepNow(clock, tries + 1));
    });
  }

  async function month(task: Task, day: Instant, tries: number): Promise<void> {
    const again = () => {
      if (tries < 20) at(addMinutes(now, 30), () => month(task, day, tries + 1));
    };
    await run(
      "month",
      async () => {
        const closed = addMonths(monthOf(civilDateAt(day)), -1);
        const { failed } = await runJobs(task, ports.jobs, { month: closed, now: day, rules });
        for (const { fault } of failed) log.fault(task, fault, now);
        if (failed.length > 0) again();
        if (failed.some(({ fault }) => !isProvoked(fault))) throw new JobsFailed(failed);
      },
      again,
    );
  }

  /** What the table's stream brings about: mails, and bulletins that were signed. */
  async function pump(): Promise<void> {
    for (const [key, { subject, id }] of stream) {
      const done = await run("mailer", async () => {
        const mailer = { ...ports.mailer, linkLives: rules.policy.links };
        const { left } = await sendNotice(mailer, subject, id, now);
        if (left !== undefined) await ports.journal.left([left]);
      });
      if (done) stream.delete(key);
      else break;
    }
    for (const [key, ref] of toIssue)
      if (await run("issue", async () => void (await issueSigned(ports.jobs, ref, rules))))
        toIssue.delete(key);
    const [next] = later;
    if ((stream.size > 0 || toIssue.size > 0) && (next === undefined || next.at > addMinutes(now, 5)))
      at(addMinutes(now, 5), async () => {});
  }

  async function settle(feedback: MailFeedback, tries: number): Promise<void> {
    const done = await run("feedback", async () => {
      const { unreached } = await settleFeedback(ports, feedback, rules);
      if (unreached > 0) log.unreached([{ kind: "address-failed", name: feedback.id }], now);
    });
    if (!done && tries < 12) at(addMinutes(now, 30), () => settle(feedback, tries + 1));
  }

  async function lay(folder: string, name: string, bytes: Uint8Array, heard: number): Promise<void> {
    const key = `${folder}/${name}`;
    await ports.inbox.write(key, bytes, "text/plain");
    const stored = (await Array.fromAsync(ports.inbox.list(key))).at(-1);
    if (stored === undefined) throw new TypeError("a file that was laid down is gone");
    log.laid(stored);
    for (let time = 0; time < heard; time++) await take(stored, 1);
  }

  async function take(file: FileToTake, tries: number): Promise<void> {
    if (now < intakeWaitsUntil) return at(intakeWaitsUntil, () => take(file, tries));
    const done = await run("intake", async () => {
      const { unreached, outcome } = await takeIn(ports.intake, file, rules);
      log.unreached(unreached, now);
      const isSettled = (await store.records.settledUpload(file.key, file.versionId)) !== undefined;
      if (!isSettled && outcome !== "unclaimed" && outcome !== "more-to-do")
        log.empty.push(`${now} ${file.key}: the intake says ${outcome}, and nothing is written`);
    });
    if (!done && tries < TRIES) at(addMinutes(now, 6), () => take(file, tries + 1));
  }

  /** Whether it was done; what it died of is a fault of the product unless the story brought it about. */
  async function run(
    what: string,
    work: () => Promise<void>,
    again: () => void = () => {},
  ): Promise<boolean> {
    faults.running = what;
    try {
      await work();
      return true;
    } catch (fault) {
      log.fault(what, fault instanceof Error ? fault : new Error(String(fault)), now);
      again();
      return false;
    }
  }

  async function does(step: Step): Promise<void> {
    switch (step.do) {
      case "upload":
        return lay(step.folder, step.name, new TextEncoder().encode(step.text), step.heard);
      case "visit":
        return act(step, around());
      case "send again":
        return sendAgain(step, around());
      case "crash": {
        const { do: _, at: __, ...crash } = step;
        return void faults.crashes.push({ ...crash });
      }
      case "conflict":
        return void faults.conflicts.push({ writes: step.writes });
      case "carrier":
        return ports.post.will(step.how, step.mails);
      case "reports":
        return ports.post.reportsWill(step.how, step.mails);
      case "mailbox dies":
        return ports.post.dies(step.address);
      case "table out of reach":
        faults.tableUntil = step.until;
        return;
      case "keys out of reach":
        faults.keysUntil = step.until;
        return;
      case "no sweep":
        noSweepUntil = step.until;
        return;
      case "intake waits":
        intakeWaitsUntil = step.until;
        return;
      case "sweep":
        return sweepNow(addMinutes(now, step.minutes), TRIES);
      case "stream loses":
        losses = step.notices;
        return;
      case "restore": {
        const day = copies.findLast((one) => one.at <= addMinutes(now, -24 * 60));
        if (day === undefined) return;
        await day.back();
        stream.clear();
        toIssue.clear();
        if (step.compared) await ports.compare(day.at);
        return log.restored(day.at, now, step.compared);
      }
      case "deploy":
        rules = { ...rules, policy: step.policy === "other" ? OTHER : first };
        return;
      default:
        return step satisfies never;
    }
  }
}

const NEVER = instantAt(civilDate("9999-12-31"));

function minutesOf(at: Instant): number {
  return Number(clockTimeAt(at).slice(3));
}
