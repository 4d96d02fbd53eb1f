/** The bulletins of a month and what they say of other months: which editions are made, kept, corrected and mailed. */
import { createHash } from "node:crypto";
import { readXlsx } from "hucre/xlsx";
import mammoth from "mammoth";
import { beforeEach, describe, expect, it } from "vitest";
import { openSignings } from "../../functions/monthly-bulletin/bulletin/bulletin.ts";
import { circulate } from "../../functions/monthly-bulletin/bulletin/circulate.ts";
import { issueSigned } from "../../functions/monthly-bulletin/bulletin/issued.ts";
import { openDuties } from "../../functions/monthly-bulletin/duties/ledger-duties.ts";
import { JobsFailed, runJobs } from "../../functions/monthly-bulletin/month-jobs.ts";
import { frozenRowsIn } from "../../shared/adapters/frozen-rows.ts";
import { sweepSigning } from "../../shared/casework/bulletin/signing-change.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { BulletinEdition } from "../../shared/domain/statistics/bulletin-edition.ts";
import { keyFigures } from "../../shared/domain/statistics/key-figures.ts";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../shared/domain/time/period.ts";
import {
  addMinutes,
  addMonths,
  civilDate,
  type Instant,
  instantAt,
  type Month,
} from "../../shared/domain/time/time.ts";
import { type BulletinFile, bulletinFiles, editionContents } from "../../shared/letters/bulletin/files.ts";
import { composeMail } from "../../shared/letters/compose.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { reissue, sign, signAndIssue } from "../support/signed-bulletins.ts";
import { aRow } from "../support/statistics-rows.ts";
import { anAgency, JURISDICTION, opening } from "../support/stored-things.ts";

const month = (text: string) => text as Month;
const fourth = (of: Month): Instant => instantAt(civilDate(`${addMonths(of, 1)}-04`), "10:00");

function city() {
  const table = memoryTable(JURISDICTION);
  const records = memoryRecords(table);
  const files = memoryFiles(() => fourth(month("2026-09")));
  const ports = {
    records,
    outbox: memoryOutbox(table),
    directory: memoryDirectory(table),
    files,
    frozenRows: frozenRowsIn(files),
    sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
  };
  return {
    table,
    ports,
    files,
    /** A case heard on a day; heard again under the same serial it takes the former's place. */
    async heard(serial: number, day: string, facts: Partial<StatisticsRow> = {}): Promise<void> {
      const change = opening(serial);
      const { caseNumber } = change.file;
      const version = (await records.caseFile(caseNumber))?.version ?? 0;
      const row: StatisticsRow = { ...aRow(serial, { heardOn: civilDate(day), ...facts }), caseNumber };
      const outcome = await records.commit({
        token: `${serial} ${version}`,
        cases: [
          {
            ...change,
            file: { ...change.file, version: version + 1 },
            expectedVersion: version,
            counted: { month: month(day.slice(0, 7)), docket: "open", rows: [row] },
          },
        ],
      });
      expect(outcome).toBe("committed");
    },
    issue: (of: string, at = fourth(month(of))) =>
      signAndIssue(ports, { month: month(of), now: at, rules: RULES }),
    /** Corrects the month and issues it again. */
    reissue: (of: string) => reissue(ports, { month: month(of), now: fourth(month(of)), rules: RULES }),
    async edition(folder: string): Promise<BulletinEdition> {
      return JSON.parse(await text(files, `bulletins/${folder}/edition.json`));
    },
    async folders(): Promise<readonly string[]> {
      const all = (await Array.fromAsync(files.list("bulletins/"))).map(({ key }) =>
        key.split("/").slice(1, 3).join("/"),
      );
      return [...new Set(all)];
    },
    mails: () =>
      [...table.notices.values()].map(({ notice }) =>
        composeMail(notice, { name: "临沂市司法局", address: "yingsu@linyi.example.org" }),
      ),
  };
}

async function text(files: ReturnType<typeof memoryFiles>, key: string): Promise<string> {
  const bytes = await files.read(key, undefined, 10_000_000);
  if (typeof bytes === "string") throw new Error(`${key} ${bytes}`);
  return new TextDecoder().decode(bytes);
}

let linyi: ReturnType<typeof city>;
beforeEach(async () => {
  linyi = city();
  await linyi.ports.directory.save([anAgency()]);
});

describe("a month that two runs issue at once", () => {
  it("is a fault of the one that comes too late: it is run again, and finds the other's edition", async () => {
    await linyi.heard(1, "2026-08-12");
    const { records } = linyi.ports;
    const late = {
      ...linyi.ports,
      records: {
        ...records,
        commit: async (change: Parameters<typeof records.commit>[0]) =>
          change.bulletin === undefined ? records.commit(change) : ("conflict" as const),
      },
    };
    const august = { month: month("2026-08"), now: fourth(month("2026-08")), rules: RULES };
    await expect(signAndIssue(late, august)).rejects.toThrow("another run is making this edition");
    expect(linyi.mails()).toEqual([]);
  });
});

describe("an issued month", () => {
  it("is kept with all its files, compared with what came before", async () => {
    await linyi.heard(1, "2025-08-12", { present: false });
    await linyi.heard(2, "2026-01-12");
    await linyi.heard(3, "2026-07-12");
    await linyi.heard(4, "2026-07-13", { present: false });
    await linyi.heard(5, "2026-08-12");
    expect(await linyi.issue("2026-08")).toEqual({ made: 1, unreached: [] });
    expect(linyi.mails()).toHaveLength(1);
    const names = (await Array.fromAsync(linyi.files.list("bulletins/2026-08/issued-v1/"))).map(({ key }) =>
      key.slice("bulletins/2026-08/issued-v1/".length),
    );
    expect(names.toSorted()).toEqual([
      "bulletin.csv",
      "bulletin.docx",
      "bulletin.html",
      "bulletin.xlsx",
      "edition.json",
      "rows.csv",
      "rows.json",
    ]);
    const edition = await linyi.edition("2026-08/issued-v1");
    expect(edition).toMatchObject({
      issuer: "临沂市司法局",
      issuedOn: "2026-09-04",
      version: 1,
      previous: { total: { heard: 2, present: 1 } },
      lastYear: { total: { heard: 1, present: 0 } },
      yearToDate: { period: { from: "2026-01", to: "2026-08" }, total: { heard: 4, present: 3 } },
      lastYearToDate: { total: { heard: 1 } },
    });
    expect(edition.trend.map(({ month: of, heard }) => [of, heard])).toEqual([
      ["2026-01", 1],
      ["2026-02", 0],
      ["2026-03", 0],
      ["2026-04", 0],
      ["2026-05", 0],
      ["2026-06", 0],
      ["2026-07", 2],
      ["2026-08", 1],
    ]);
    const page = await text(linyi.files, "bulletins/2026-08/issued-v1/bulletin.html");
    expect(page).toContain("案件出庭率100%，较上月上升50.00个百分点，较上年同期上升100.00个百分点。");
  });

  it("counts a case that ended without a hearing among what was resolved", async () => {
    await linyi.heard(1, "2026-08-12");
    await linyi.heard(2, "2026-08-12", {
      heard: false,
      heardOn: undefined,
      present: undefined,
      outcome: "settled",
      mediated: true,
    });
    await linyi.issue("2026-08");
    const page = await text(linyi.files, "bulletins/2026-08/issued-v1/bulletin.html");
    expect(page).toContain("进入调解的行政争议1件，其中和解撤诉1件，化解率100%");
    expect(page).toContain("共开庭审理行政案件1件");
  });

  it("names the courts whose ledger it was made without", async () => {
    const court = (id: string, name: string, courtCode: string) =>
      anAgency({ id: id as OrganisationId, kind: "court", name, courtCode });
    await linyi.ports.directory.save([
      court("lanshan-court", "兰山区人民法院", "鲁1302"),
      court("yinan-court", "沂南县人民法院", "鲁1321"),
    ]);
    await linyi.heard(1, "2026-08-12");
    await openDuties(linyi.ports, {
      month: month("2026-08"),
      now: instantAt(civilDate("2026-09-01"), "09:00"),
      rules: RULES,
    });
    const [sent, file] = ["yinan-court" as OrganisationId, "bulletins/2026-08/issued-v1"];
    const duty = (await linyi.ports.records.duty(sent, month("2026-08"))) ?? expect.fail("no duty");
    await linyi.ports.records.commit({
      token: "sent",
      duties: [
        {
          duty: { ...duty, version: duty.version + 1, receivedOn: civilDate("2026-09-02") },
          expectedVersion: duty.version,
          nextActionAt: undefined,
        },
      ],
    });
    await linyi.issue("2026-08");
    expect((await linyi.edition("2026-08/issued-v1")).missingLedgers).toEqual([
      { court: "兰山区人民法院", months: ["2026-08"] },
    ]);
    const said =
      "下列人民法院尚未报送台账，其案件按庭审笔录、裁判文书和行政机关备案统计，可能不全：兰山区人民法院。";
    expect(await text(linyi.files, `${file}/bulletin.html`)).toContain(said);
    const bulletin = linyi.mails().find(({ subject }) => subject.includes("月通报"));
    expect(bulletin?.text.replace(/\s/g, "")).toContain(said);
    const bytes = async (name: string) => {
      const read = await linyi.files.read(`${file}/${name}`, undefined, 10_000_000);
      return typeof read === "string" ? expect.fail(read) : read;
    };
    const paper = await mammoth.extractRawText({ buffer: Buffer.from(await bytes("bulletin.docx")) });
    expect(paper.value).toContain(said);
    const { sheets } = await readXlsx(await bytes("bulletin.xlsx"));
    expect(JSON.stringify(sheets.at(-1)?.rows)).toContain(said);
  });

  it("is not made where nothing was ever heard", async () => {
    expect(await linyi.issue("2026-08")).toEqual({ made: 0, unreached: [] });
  });

  it("issued again from the same rows changes nothing, and tells nobody twice", async () => {
    await linyi.heard(1, "2026-08-12");
    await linyi.issue("2026-08");
    const before = await Array.fromAsync(linyi.files.list(""));
    expect(await linyi.issue("2026-08")).toMatchObject({ made: 0 });
    const ref = { jurisdiction: JURISDICTION, period: "month", month: month("2026-08") } as const;
    expect(await issueSigned(linyi.ports, ref, RULES)).toMatchObject({ outcome: "nothing-to-do" });
    expect(await Array.fromAsync(linyi.files.list(""))).toEqual(before);
    expect(linyi.mails()).toHaveLength(1);
  });

  it("after a crash in its round goes on from what is kept, and makes no file again", async () => {
    await linyi.heard(1, "2026-08-12");
    const dying = { ...linyi.ports.outbox, add: () => Promise.reject(new Error("the function died")) };
    const when = { month: month("2026-08"), now: fourth(month("2026-08")), rules: RULES };
    await openSignings(linyi.ports, when);
    const ref = { jurisdiction: JURISDICTION, period: "month", month: when.month } as const;
    await sign(linyi.ports, (await linyi.ports.records.signing(ref)) ?? expect.fail("none"), when);
    await expect(issueSigned({ ...linyi.ports, outbox: dying }, ref, RULES)).rejects.toThrow("died");
    const read: string[] = [];
    const watched: typeof linyi.files = {
      ...linyi.files,
      read: (key, ...more) => {
        read.push(key);
        return linyi.files.read(key, ...more);
      },
      write: (key) => Promise.reject(new Error(`${key} was made again`)),
    };
    expect(await issueSigned({ ...linyi.ports, files: watched }, ref, RULES)).toMatchObject({ version: 1 });
    expect(read).toEqual([]);
    const [mail] = linyi.mails();
    expect(mail?.text).toContain("开庭 1，出庭 1");
    expect(mail?.text).toMatch(/附件】\n\n1\. [^\n]*docx\n2\. [^\n]*html\n3\. [^\n]*xlsx\n4\. [^\n]*csv/);
  });
});

describe("the sweep", () => {
  const when = { month: month("2026-08"), now: fourth(month("2026-08")), rules: RULES };
  const ref = { jurisdiction: JURISDICTION, period: "month", month: when.month } as const;
  const automatic = { ...RULES, policy: { ...RULES.policy, bulletin: { issue: "automatic" } } } as const;

  it("signs by itself only where the policy says so, and the history says that it did", async () => {
    await linyi.heard(1, "2026-08-12");
    await openSignings(linyi.ports, when);
    await sweepSigning(linyi.ports, ref, when);
    expect((await linyi.ports.records.signing(ref))?.state).toBe("open");
    const early = instantAt(civilDate("2026-09-03"), "23:00");
    await sweepSigning(linyi.ports, ref, { now: early, rules: automatic });
    expect((await linyi.ports.records.signing(ref))?.state).toBe("open");
    await sweepSigning(linyi.ports, ref, { ...when, rules: automatic });
    expect(await issueSigned(linyi.ports, ref, automatic)).toMatchObject({ outcome: "issued", version: 1 });
    const { events } = (await linyi.ports.records.signing(ref)) ?? { events: [] };
    expect(events.map(({ type, cause }) => `${type} ${cause}`)).toEqual([
      "opened month",
      "signed policy",
      "issued issue",
    ]);
  });

  it("hands over again what was signed and never said to be issued; one version comes of it", async () => {
    await linyi.heard(1, "2026-08-12");
    await openSignings(linyi.ports, when);
    await sign(linyi.ports, (await linyi.ports.records.signing(ref)) ?? expect.fail("none"), when);
    const later = (minutes: number) => ({ ...when, now: addMinutes(when.now, minutes) });
    await sweepSigning(linyi.ports, ref, later(30));
    expect((await linyi.ports.records.signing(ref))?.leaves).toBe(when.now);
    await sweepSigning(linyi.ports, ref, later(60));
    expect((await linyi.ports.records.signing(ref))?.leaves).toBe(later(60).now);
    await issueSigned(linyi.ports, ref, RULES);
    expect(await linyi.folders()).toEqual(["2026-08/issued-v1"]);
  });

  it("reminds nobody of a month in which nothing was heard", async () => {
    await openSignings(linyi.ports, when);
    expect((await sweepSigning(linyi.ports, ref, when)).result).toBe(0);
  });
});

describe("the jobs of a day", () => {
  const when = { month: month("2026-08"), now: fourth(month("2026-08")), rules: RULES };

  it("are all tried, whatever becomes of one, and what failed is named", async () => {
    await linyi.heard(1, "2026-08-12");
    const files = { ...linyi.files, write: () => Promise.reject(new Error("the bucket is gone")) };
    const { made, failed } = await runJobs("draft", { ...linyi.ports, files }, when);
    expect(made).toEqual({ duties: 0, plans: 1, signings: 1 });
    expect(failed.map(({ job, fault }) => [job, fault.message])).toEqual([
      ["editions", "the bucket is gone"],
    ]);
    expect(new JobsFailed(failed).message).toBe("editions: Error: the bucket is gone");
  });

  it("on the 1st open duties and plans beside the draft", async () => {
    await linyi.heard(1, "2026-08-12");
    const { made, failed } = await runJobs("draft", linyi.ports, when);
    expect([Object.keys(made), failed]).toEqual([["duties", "plans", "signings", "editions"], []]);
    expect(await linyi.folders()).toEqual(["2026-08/draft-v1"]);
  });
});

describe("a version", () => {
  /** Every file of a folder, made again from what is frozen there, beside what was kept. */
  async function madeAgain(folder: string): Promise<readonly (readonly [name: string, same: boolean])[]> {
    const rows = JSON.parse(await text(linyi.files, `bulletins/${folder}/rows.json`));
    const files: readonly BulletinFile[] = await bulletinFiles(
      editionContents(rows, await linyi.edition(folder)),
    );
    return Promise.all(
      files.map(async ({ name, bytes }) => {
        const kept = await linyi.files.read(`bulletins/${folder}/${name}`, undefined, 10_000_000);
        return [name, typeof kept !== "string" && Buffer.from(kept).equals(Buffer.from(bytes))] as const;
      }),
    );
  }

  it("is made again byte for byte from what is frozen, whatever has become of the other months", async () => {
    await linyi.heard(1, "2026-07-12");
    await linyi.heard(2, "2026-08-12", { present: false, absenceReason: "参加会议" });
    await linyi.issue("2026-08");
    await linyi.heard(1, "2026-07-12", { present: false });
    await linyi.heard(2, "2026-08-12");
    await linyi.reissue("2026-08");
    for (const version of ["v1", "v2"]) {
      const files = await madeAgain(`2026-08/issued-${version}`);
      expect(files).toHaveLength(6);
      expect(files.filter(([, same]) => !same)).toEqual([]);
    }
  });

  it("is made again with what its bureau wrote and kept to itself", async () => {
    await linyi.heard(1, "2026-08-12", { present: false, absenceReason: "参加会议" });
    const when = { month: month("2026-08"), now: fourth(month("2026-08")), rules: RULES };
    await signAndIssue(linyi.ports, when, { analysis: ["本月出庭率下降。"], issue: 7, shown: [] });
    const files = await madeAgain("2026-08/issued-v1");
    expect(files.map(([name]) => name)).toContain("annex.xlsx");
    expect(files.filter(([, same]) => !same)).toEqual([]);
    const page = await text(linyi.files, "bulletins/2026-08/issued-v1/bulletin.html");
    expect(page).toContain("本月出庭率下降。");
    expect(page).toContain("〔2026〕第7期");
    expect(page).not.toContain("参加会议");
  });

  it("after the first lists what it changes, in the files and the mail", async () => {
    await linyi.heard(1, "2026-08-12", { present: false });
    await linyi.heard(2, "2026-08-13");
    await linyi.issue("2026-08");
    await linyi.heard(1, "2026-08-12", { present: true, rank: "deputy" });
    await linyi.heard(3, "2026-08-20");
    await linyi.reissue("2026-08");
    expect(await linyi.folders()).toEqual(["2026-08/issued-v1", "2026-08/issued-v2"]);
    const page = await text(linyi.files, "bulletins/2026-08/issued-v2/bulletin.html");
    expect(page).toContain("与第1版相比变化2项");
    expect(page).toContain("负责人出庭：否→是；负责人类别：未载明→副职");
    expect(page).toMatch(/（2026）鲁1321行初3号<\/th><td>临沂市兰山区人民政府<\/td><td>新增/);
    expect(await text(linyi.files, "bulletins/2026-08/issued-v1/bulletin.html")).not.toContain("版本变化");
    const [, second] = linyi.mails();
    expect(second?.subject).toContain("第2版");
    expect(second?.text).toContain("与上一版相比变化2项");
  });
});

describe("earlier months", () => {
  it("get a corrected version when their attendance has become known otherwise", async () => {
    await linyi.heard(1, "2026-07-12", { present: false });
    await linyi.issue("2026-07");
    await linyi.heard(2, "2026-08-12");
    await linyi.heard(1, "2026-07-12", { present: true });
    expect(await linyi.issue("2026-08")).toEqual({ made: 2, unreached: [] });
    expect(await linyi.folders()).toEqual(["2026-07/issued-v1", "2026-08/issued-v1", "2026-07/issued-v2"]);
    expect(linyi.mails().map(({ subject }) => subject)).toContain(
      "【月通报】临沂市2026年7月（第2版） 案件出庭率100%（1/1件）",
    );
  });

  it("get none because a case was decided since", async () => {
    await linyi.heard(1, "2026-07-12");
    await linyi.issue("2026-07");
    await linyi.heard(2, "2026-08-12");
    await linyi.heard(1, "2026-07-12", { closed: true, outcome: "lost" });
    expect(await linyi.issue("2026-08")).toMatchObject({ made: 1 });
  });
});

describe("what was received, closed and pending", () => {
  /** A case that was never heard, as its docket has it. */
  async function docketed(serial: number, facts: Partial<StatisticsRow>): Promise<void> {
    const change = opening(serial);
    const { caseNumber } = change.file;
    const row: StatisticsRow = {
      ...aRow(serial, { heardOn: undefined, heard: undefined, present: undefined, ...facts }),
      caseNumber,
    };
    const counted = { month: undefined, docket: facts.closedIn ?? "open", rows: [row] } as const;
    await linyi.ports.records.commit({
      token: `docket ${serial}`,
      cases: [{ ...change, file: { ...change.file, version: 1 }, expectedVersion: 0, counted }],
    });
  }

  it("is counted from the cases that are open and those closed since, with those of the month before", async () => {
    await linyi.heard(1, "2026-07-12");
    await linyi.heard(2, "2026-08-12");
    await docketed(3, { receivedIn: month("2026-08"), acceptedOn: civilDate("2026-08-03") });
    await docketed(4, {
      receivedIn: month("2026-07"),
      closedIn: month("2026-08"),
      closed: true,
      outcome: "lost",
    });
    await docketed(5, {
      receivedIn: month("2026-07"),
      closedIn: month("2026-09"),
      closed: true,
      outcome: "won",
    });
    await docketed(6, {
      receivedIn: month("2026-06"),
      closedIn: month("2026-07"),
      closed: true,
      outcome: "won",
    });
    await docketed(7, { receivedIn: month("2026-09") });
    await linyi.issue("2026-08");
    const edition = await linyi.edition("2026-08/issued-v1");
    expect(edition.previous?.docket?.total).toMatchObject({ received: 2, closed: 1, pending: 2 });
    const rows = await linyi.ports.frozenRows("bulletins/2026-08/issued-v1");
    const { figures } = editionContents(rows, edition);
    expect(figures.docket.total).toMatchObject({ received: 1, closed: 1, pending: 2, lost: 1 });
    expect(figures.total).toMatchObject({ heard: 1, present: 1 });
    expect(figures.unknown.hearing).toEqual([]);
    const page = await text(linyi.files, "bulletins/2026-08/issued-v1/bulletin.html");
    expect(page).toContain("新收1件，审结1件，期末未结2件");
  });

  it("calls for no correction when a case closes later", async () => {
    await linyi.heard(1, "2026-07-12");
    await docketed(2, { receivedIn: month("2026-07"), acceptedOn: civilDate("2026-07-03") });
    await linyi.issue("2026-07");
    await docketed(3, { receivedIn: month("2026-07"), acceptedOn: civilDate("2026-07-05") });
    await linyi.heard(4, "2026-08-12");
    expect(await linyi.issue("2026-08")).toMatchObject({ made: 1 });
  });
});

describe("longer periods", () => {
  it("are issued with their last month, each under its own version", async () => {
    await linyi.heard(1, "2026-10-12");
    await linyi.heard(2, "2026-11-12", { present: false });
    await linyi.heard(3, "2026-12-12");
    await linyi.issue("2026-11");
    expect(await linyi.issue("2026-12")).toEqual({ made: 4, unreached: [] });
    expect((await linyi.folders()).filter((folder) => folder.startsWith("2026-12"))).toEqual([
      "2026-12/issued-v1",
      "2026-12/quarter-issued-v1",
      "2026-12/half-year-issued-v1",
      "2026-12/year-issued-v1",
    ]);
    expect(
      linyi
        .mails()
        .map(({ subject }) => subject)
        .slice(2),
    ).toEqual([
      "【季度通报】临沂市2026年第四季度 案件出庭率66.67%（2/3件）",
      "【半年通报】临沂市2026年下半年 案件出庭率66.67%（2/3件）",
      "【年度通报】临沂市2026年度 案件出庭率66.67%（2/3件）",
    ]);
  });

  it("are corrected together with the month that was", async () => {
    await linyi.heard(1, "2026-08-12", { present: false });
    await linyi.heard(2, "2026-09-12");
    await linyi.issue("2026-08");
    await linyi.issue("2026-09");
    await linyi.heard(1, "2026-08-12");
    await linyi.heard(3, "2026-10-12");
    await linyi.issue("2026-10");
    expect((await linyi.folders()).slice(3)).toEqual([
      "2026-10/issued-v1",
      "2026-08/issued-v2",
      "2026-09/quarter-issued-v2",
    ]);
  });
});

describe("the mail", () => {
  it("names a file that is too large to go along, and carries the others", async () => {
    const edition: BulletinEdition = {
      period: periodOf("month", month("2026-08")),
      jurisdiction: "临沂市",
      issuer: "临沂市司法局",
      version: 1,
      draft: false,
      trend: [],
    };
    const { figures } = editionContents([aRow(1)], edition);
    const files = ["bulletin.docx", "bulletin.html", "bulletin.xlsx", "bulletin.csv"].map((name) => ({
      name,
      contentType: "application/octet-stream",
      size: name === "bulletin.xlsx" ? 6 * 1024 * 1024 : 50_000,
    }));
    const inMail = { figures: keyFigures(figures, edition), files };
    const kept = { version: 1, folder: "bulletins/2026-08/issued-v1", inMail };
    await circulate(linyi.ports, kept, {
      period: edition.period,
      state: "issued",
      now: fourth(month("2026-08")),
      rules: RULES,
      issuer: "临沂市司法局",
    });
    const [mail] = linyi.mails();
    expect(mail?.text).toMatch(/附件】\n\n1\. [^\n]*docx\n2\. [^\n]*html\n3\. [^\n]*csv\n/);
    expect(mail?.text).toContain(
      "未随本邮件附送，请向临沂市司法局索取：临沂市行政应诉月通报（2026年8月，第1版）.xlsx。",
    );
  });

  it("says the key figures and carries paper, page, workbook and CSV", async () => {
    await linyi.heard(1, "2026-07-12", { present: false });
    await linyi.heard(2, "2026-08-12", { enterprise: true, rank: "principal" });
    await linyi.issue("2026-08");
    const [notice] = [...linyi.table.notices.values()].map((one) => one.notice);
    expect(notice?.content.kind === "bulletin" && notice.content.files.map(({ name }) => name)).toEqual([
      "临沂市行政应诉月通报（2026年8月，第1版）.docx",
      "临沂市行政应诉月通报（2026年8月，第1版）.html",
      "临沂市行政应诉月通报（2026年8月，第1版）.xlsx",
      "临沂市行政应诉月通报（2026年8月，第1版）.csv",
    ]);
    const [mail] = linyi.mails();
    expect(mail?.text).toContain("案件出庭率100%，较上月上升100.00个百分点。正职出庭率100%。");
    expect(mail?.text).toContain("本年累计：开庭 2，出庭 1，案件出庭率 50.00%");
  });
});
