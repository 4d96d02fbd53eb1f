/** A city in memory: the real use cases on the in-memory twins, its clock driven by hand. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { recount } from "../../functions/deadline-sweep/recount.ts";
import { sweep } from "../../functions/deadline-sweep/sweep.ts";
import { desk } from "../../functions/desk/desk.ts";
import type { DeskPorts } from "../../functions/desk/frame/room.ts";
import { takeIn } from "../../functions/document-intake/intake.ts";
import type { IntakeOutcome } from "../../functions/document-intake/intake-ports.ts";
import { readScans } from "../../functions/document-ocr/read-scans.ts";
import { issueSigned } from "../../functions/monthly-bulletin/bulletin/issued.ts";
import type { JobPorts } from "../../functions/monthly-bulletin/jobs/job.ts";
import { JobsFailed, runJobs } from "../../functions/monthly-bulletin/month-jobs.ts";
import { sendNotice } from "../../functions/notice-mailer/send-notice.ts";
import type { DeskVisit, Upload } from "../../infra/local/city/scenario.ts";
import { fillIn } from "../../infra/local/city/visitor.ts";
import { frozenRowsIn } from "../../shared/adapters/frozen-rows.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { keptLedgers } from "../../shared/adapters/kept-ledgers.ts";
import { readScan } from "../../shared/documents/ocr/read-scan.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import type { SeenPage } from "../../shared/documents/seen/seen-page.ts";
import { asOf } from "../../shared/domain/notices/as-of.ts";
import { linkOf, taskLinksOf } from "../../shared/domain/notices/desk-link.ts";
import type { Link } from "../../shared/domain/notices/frame/link-target.ts";
import { isOpen } from "../../shared/domain/notices/frame/working-hours.ts";
import type { Notice } from "../../shared/domain/notices/notice.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import { yearsWith } from "../../shared/domain/operations/admin-act.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { calendar } from "../../shared/domain/time/calendar.ts";
import {
  addMinutes,
  addMonths,
  civilDateAt,
  clockTimeAt,
  type Instant,
  monthOf,
} from "../../shared/domain/time/time.ts";
import { composeMail } from "../../shared/letters/compose.ts";
import { deskLinks } from "../../shared/links/desk-links.ts";
import type { StoredFile } from "../../shared/ports/files.ts";
import { RULES } from "./case-builders.ts";
import { memoryDirectory } from "./memory/memory-directory.ts";
import { memoryDownloads } from "./memory/memory-downloads.ts";
import { memoryDropbox, memoryEvidence } from "./memory/memory-dropbox.ts";
import { memoryFiles } from "./memory/memory-files.ts";
import { memoryHandIn } from "./memory/memory-hand-in.ts";
import { memoryIntakeQueue, memoryMailer } from "./memory/memory-mail.ts";
import { memoryOperations } from "./memory/memory-operations.ts";
import { memoryOriginals } from "./memory/memory-originals.ts";
import { memoryOutbox } from "./memory/memory-outbox.ts";
import { memoryPickup } from "./memory/memory-pickup.ts";
import { memoryRecords } from "./memory/memory-records.ts";
import { memorySessions } from "./memory/memory-sessions.ts";
import { memoryTable } from "./memory/memory-table.ts";
import { formsOf } from "./page-forms.ts";

/** The keys links are signed with in memory. */
export const LINK_KEYS = { current: "k1", keys: { k1: "a secret of the tests, longer than thirty-two" } };
/** What links begin with. */
export const ADDRESS = "https://desk.example.org";
/** Who runs the deployment. */
export const ADMIN_MAIL = "yingsu-admin@linyi.example.org";
const SENDER = { name: "临沂市司法局", address: "yingsu@linyi.example.org" };

/** Reads a scan as the function for it does; the models are loaded when the first scan comes. */
async function seen(bytes: Uint8Array, see: (page: SeenPage) => Promise<void>) {
  const { loadModels } = await import("../../shared/documents/ocr/models.ts");
  return readScan(bytes, loadModels, see);
}

/** A mail that left, and when. */
export interface Sent {
  readonly at: Instant;
  readonly notice: Notice;
  readonly subject: string;
  /** The token of its link, where it has one. */
  readonly token: string | undefined;
  /** The links that stand with its lines. */
  readonly tasks: readonly { readonly link: Link; readonly token: string }[];
}

/** What happens in the city; everything goes through the use cases, nothing behind their back. */
export function memoryCity(
  start: Instant,
  answer?: Parameters<typeof memoryMailer>[0],
  given: Rules = RULES,
) {
  let rules = given;
  let now = start;
  const table = memoryTable(rules.policy.jurisdiction.code);
  const records = memoryRecords(table);
  const outbox = memoryOutbox(table);
  const directory = memoryDirectory(table);
  const inbox = memoryFiles(() => now);
  const files = memoryFiles(() => now);
  const mailer = memoryMailer(answer);
  const sent: Sent[] = [];
  const notReached: Unreached[] = [];
  const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
  const keys = async () => LINK_KEYS;
  const dropbox = memoryDropbox(() => now);
  const evidence = memoryEvidence();
  const handIn = memoryHandIn(inbox, dropbox);
  const originals = memoryOriginals(inbox);
  const pickup = memoryPickup();
  const downloads = memoryDownloads(table);
  const operations = memoryOperations();
  const linkAddress = deskLinks("", keys);
  const ports: DeskPorts = {
    records,
    outbox,
    directory,
    keys,
    dropbox,
    evidence,
    originals,
    pickup,
    downloads,
    downloaded: () => {},
    witnessed: () => {},
    frozenRows: frozenRowsIn(files),
    bulletinFiles: files,
    shownPages: files,
    handIn,
    operations,
    dashboard: "https://dashboard.example.org",
    bundledYears: holidayYears(),
    sessions: memorySessions(table.usedLinks),
    admins: [ADMIN_MAIL],
    newSecret: () => randomBytes(32).toString("base64url"),
    evenly: async () => {},
    address: ADDRESS,
    senderName: SENDER.name,
    get rules() {
      return rules;
    },
    now: () => now,
    newFormId: randomUUID,
    notReached: (unreached) => void notReached.push(...unreached),
    failed: (fault) => {
      throw fault;
    },
  };
  const jobs: JobPorts = { records, outbox, directory, files, frozenRows: frozenRowsIn(files), sha256 };
  const pages = desk(ports);
  const scanQueue = memoryIntakeQueue();
  const intakeQueue = memoryIntakeQueue();
  const recognition = {
    inbox,
    scans: files,
    intakeQueue: memoryIntakeQueue(),
    scanQueue: memoryIntakeQueue(),
    sha256,
    readScan: seen,
  };
  const intake = {
    records,
    directory,
    inbox,
    sha256,
    readDocument,
    scans: files,
    scanQueue,
    originals,
    ledgers: keptLedgers(files),
    intakeQueue,
    now: () => now,
  };
  let uploads = 0;

  /** The calendar as an admin has made it. */
  async function rulesNow(): Promise<Rules> {
    const acts = await operations.calendarActs();
    return acts.length === 0
      ? given
      : { policy: given.policy, calendar: calendar(yearsWith(holidayYears(), acts)) };
  }

  async function mail(): Promise<void> {
    for (const { notice, state } of [...table.notices.values()]) {
      if (state !== "pending") continue;
      // A fault leaves the lease standing, as a function that dies does.
      const { outcome } = await sendNotice(
        { outbox, files, mailer, sender: SENDER, linkLives: rules.policy.links, linkAddress },
        notice.subject,
        notice.id,
        now,
      ).catch(() => ({ outcome: "died" }) as const);
      if (outcome !== "sent") continue;
      const link = linkOf(notice, rules.policy.links);
      const token = link && (await linkAddress(link)).slice(1);
      const tasks = await Promise.all(
        taskLinksOf(notice, rules.policy.links).map(async (one) => ({
          link: one,
          token: (await linkAddress(one)).slice(1),
        })),
      );
      const left = { ...notice, content: asOf(notice.content, civilDateAt(now)) };
      sent.push({ at: now, notice, subject: composeMail(left, SENDER).subject, token, tasks });
    }
  }

  /** Sends a form; what a page shows before anything is saved is confirmed. */
  async function asked(token: string, form: Readonly<Record<string, string>> | undefined): Promise<Response> {
    const send = (filled: Readonly<Record<string, string>>) =>
      pages.request(`/${token}`, { method: "POST", body: new URLSearchParams(filled) });
    if (form === undefined) return pages.request(`/${token}`);
    const answer = await send(form);
    if (answer.status !== 200) return answer;
    const toConfirm = formsOf(await answer.clone().text()).find(({ untouched }) => "confirmed" in untouched);
    return toConfirm === undefined ? answer : send({ ...toConfirm.untouched, do: "submit" });
  }

  /** Lays a file in the inbox; nothing takes it in yet. */
  async function lay(folder: string, name: string, bytes: Uint8Array, at = now): Promise<StoredFile> {
    uploads += 1;
    const key = `${folder}/${name}`;
    await inbox.write(key, bytes, "application/octet-stream");
    const [stored] = (await Array.fromAsync(inbox.list(key))).slice(-1);
    return { key, versionId: stored?.versionId ?? String(uploads), size: bytes.length, at };
  }

  async function put(folder: string, name: string, bytes: Uint8Array, at = now): Promise<IntakeOutcome> {
    return taken(await lay(folder, name, bytes, at));
  }

  async function taken(object: StoredFile): Promise<IntakeOutcome> {
    const first = await takeIn(intake, object, rules);
    // The other function reads the scan, and sends the upload here once more.
    if (first.outcome === "awaiting-scan") await readScans(recognition, object, 1);
    let { outcome } = first.outcome === "awaiting-scan" ? await takeIn(intake, object, rules) : first;
    while (outcome === "more-to-do")
      ({ outcome } = await takeIn(intake, intake.intakeQueue.asked.at(-1) ?? object, rules));
    // So does whatever a person is to see.
    for (const file of first.toShow ?? []) await readScans(recognition, file, 1);
    await mail();
    return outcome;
  }

  /** What pages have put into the inbox is taken in. */
  async function takeInHandedIn(): Promise<void> {
    for await (const file of inbox.list(""))
      if ((await records.settledUpload(file.key, file.versionId)) === undefined) await taken(file);
  }

  return {
    table,
    handIn,
    takeInHandedIn,
    records,
    outbox,
    directory,
    dropbox,
    evidence,
    originals,
    pickup,
    downloads,
    /** What the desk's pages stand on. */
    ports,
    files,
    sent,
    /** What acts at the desk owe to somebody who can't be reached. */
    notReached,
    get now() {
      return now;
    },
    put,
    /** Sends what is pending. */
    mail,
    lay,
    intake,
    /** Opens a link, or sends its form; what a page then asks to be confirmed is, and what that brings about is mailed. */
    async visit(token: string, form?: Readonly<Record<string, string>>): Promise<Response> {
      const response = await asked(token, form);
      await signedOff();
      await mail();
      return response;
    },
    pages,
    /** Fills in the page behind the link of the newest such mail. */
    async act({
      address,
      mail: words,
      line,
      follow,
      answers,
    }: Pick<DeskVisit, "address" | "mail" | "line" | "follow" | "answers">) {
      const to = ({ token, tasks }: Sent): string | undefined => {
        if (line === undefined) return token;
        const beside = tasks.find(({ link }) => "caseNumber" in link && link.caseNumber.includes(line.words));
        return beside && (line.page === undefined ? beside.token : `${beside.token}/${line.page}`);
      };
      const found = sent.findLast(
        (one) =>
          to(one) !== undefined && one.notice.recipient.address === address && one.subject.includes(words),
      );
      if (found === undefined) throw new Error(`no link in a mail to ${address} about ${words}`);
      const visited = await fillIn(
        async (path, init) => pages.request(path, init),
        `/${to(found)}`,
        answers,
        follow,
      );
      await signedOff();
      await mail();
      return visited;
    },
    /** Uploads a sample file as its court does. */
    upload: ({ folder, file }: Pick<Upload, "folder" | "file">) =>
      put(
        folder,
        file,
        new Uint8Array(readFileSync(new URL(`../../infra/local/city/samples/${file}`, import.meta.url))),
      ),
    /** Lets the hours pass, with the sweep at each and the bulletin on its days. */
    async until(instant: Instant, step = 60): Promise<void> {
      const next = () => addMinutes(now, step - (Number(now.slice(14, 16)) % step));
      while (next() <= instant) {
        now = next();
        rules = await rulesNow();
        const report = await sweep({ records, outbox, directory }, now, rules);
        await recount({ records, outbox, directory, operations }, now, rules);
        if (report.failed.length > 0) throw new Error(`sweep: ${JSON.stringify(report.failed)}`);
        await bulletin();
        await mail();
      }
      now = instant;
    },
  };

  /** What the table's stream brings about. */
  async function signedOff(): Promise<void> {
    for (const { signing } of [...table.signings.values()])
      if (signing.state === "issuing") await issueSigned(jobs, signing, rules);
  }

  async function bulletin(): Promise<void> {
    const [date, time] = [civilDateAt(now), clockTimeAt(now)];
    const month = addMonths(monthOf(date), -1);
    await signedOff();
    const task =
      date.endsWith("-01") && time === "09:00"
        ? "draft"
        : date.endsWith("-03") && time === "10:00"
          ? "propose"
          : undefined;
    if (task === undefined) return;
    const { failed } = await runJobs(task, jobs, { month, now, rules });
    if (failed.length > 0) throw new JobsFailed(failed);
  }
}

/** Whether a mail left in office hours. */
export function inOfficeHours(at: Instant): boolean {
  return isOpen(at, RULES.policy, RULES.calendar);
}
