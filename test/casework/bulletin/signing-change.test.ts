/** The signing (签发) of a bulletin: what is decided is written on what there is; the hour hands over, and reminds of what nobody has signed. */
import { describe, expect, it } from "vitest";
import { changeSigning, sweepSigning } from "../../../shared/casework/bulletin/signing-change.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDate, type Instant, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { aRow } from "../../support/statistics-rows.ts";
import { aDuty, anAgency, aSigning, JURISDICTION, SEPTEMBER } from "../../support/stored-things.ts";

const AUGUST = "2026-08" as Month;
const DUE = at("10-08", "08:30");
const BUREAU = one("linyi-bureau", "bureau", "city@justice.example.org");
const COURT = one("yinan-court", "court", "court@court.example.org");
const ROW = aRow(1, { heardOn: civilDate("2026-09-02") });
const AUTOMATIC: Rules = { ...RULES, policy: { ...RULES.policy, bulletin: { issue: "automatic" } } };

function one(id: string, kind: Organisation["kind"], email: string) {
  const contacts = [{ role: "duty", name: "值班", email } as const];
  return anAgency({
    id: id as OrganisationId,
    kind,
    name: id,
    aliases: [],
    jurisdiction: CITY_ITSELF,
    contacts,
  });
}

/** Signings that are kept, in a table whose months have these rows. */
async function desk(
  signings: readonly Signing[],
  rows: Readonly<Record<string, readonly StatisticsRow[]>> = {},
) {
  const table = memoryTable(JURISDICTION);
  const directory = memoryDirectory(table);
  await directory.save([BUREAU, COURT]);
  const records = {
    ...memoryRecords(table),
    async *monthRows(_: string, month: Month) {
      yield* rows[month] ?? [];
    },
  };
  for (const [index, signing] of signings.entries())
    await records.commit({
      token: `t${index}`,
      signings: [{ signing, expectedVersion: 0, nextActionAt: undefined }],
    });
  return {
    records,
    kept: async (ref: Signing) =>
      (await records.signings(JURISDICTION)).find(
        ({ period, month }) => period === ref.period && month === ref.month,
      ),
    sweep: (ref: Signing, now: Instant, rules = RULES) =>
      sweepSigning({ records, directory }, ref, { now, rules }),
    notices: () => [...table.notices.values()].map(({ notice }) => notice),
    next: () => [...table.signings.values()].map(({ nextActionAt }) => nextActionAt),
  };
}

const OPEN = aSigning();
const QUARTER = aSigning({ period: "quarter" });
const OTHER_MONTH = aSigning({ month: AUGUST });

describe("a decision on a signing", () => {
  const change = (here: Awaited<ReturnType<typeof desk>>, decide: Parameters<typeof changeSigning>[4]) =>
    changeSigning(here, OPEN, "save", { now: at("10-07"), rules: RULES }, decide);

  it("is made with the jurisdiction's others at hand, and written as its next version", async () => {
    const here = await desk([QUARTER, OTHER_MONTH, OPEN]);
    let seen: readonly Signing[] = [];
    const done = await change(here, (signing, others) => {
      seen = others;
      return { accepted: true, signing: { ...signing, revision: signing.revision + 1 } };
    });
    expect(done).toMatchObject({ outcome: "done", result: { revision: 1 } });
    expect(seen.map(({ period, month }) => [period, month])).toEqual(
      expect.arrayContaining([
        ["quarter", SEPTEMBER],
        ["month", AUGUST],
      ]),
    );
    expect(seen).toHaveLength(2);
    expect(await here.kept(OPEN)).toMatchObject({ version: 2, revision: 1 });
    expect(await here.kept(QUARTER)).toMatchObject({ version: 1, revision: 0 });
    expect(here.next()).toContain(at("10-08", "08:30"));
  });

  it("that changes nothing, or is refused, writes nothing; of none it is refused", async () => {
    const here = await desk([OPEN]);
    expect(await change(here, (signing) => ({ accepted: true, signing }))).toMatchObject({ outcome: "done" });
    const refusal = { type: "signing-changed" } as const;
    expect(await change(here, () => ({ accepted: false, refusal }))).toEqual({ outcome: "refused", refusal });
    expect(await here.kept(OPEN)).toMatchObject({ version: 1 });
    const gone = { outcome: "refused", refusal: { type: "entry-gone" } };
    expect(await change(await desk([QUARTER, OTHER_MONTH]), () => ({ accepted: false, refusal }))).toEqual(
      gone,
    );
  });
});

describe("one that nobody has signed", () => {
  it("is reminded of from its due day on, once a working day, with the ledgers that are missing", async () => {
    const here = await desk([OPEN], { [SEPTEMBER]: [ROW] });
    await here.records.commit({
      token: "d",
      duties: [{ duty: aDuty(), expectedVersion: 0, nextActionAt: undefined }],
    });
    expect(await here.sweep(OPEN, at("10-07", "10:00"))).toMatchObject({ result: 0 });
    expect(await here.sweep(OPEN, DUE)).toMatchObject({ result: 1, unreached: [] });
    expect(await here.sweep(OPEN, at("10-08", "10:00"))).toMatchObject({ result: 0 });
    expect(await here.sweep(OPEN, at("10-09", "10:00"))).toMatchObject({ result: 1 });
    expect(await here.kept(OPEN)).toMatchObject({
      reminded: [civilDate("2026-10-08"), civilDate("2026-10-09")],
    });
    expect(here.notices()).toMatchObject([
      {
        subject: { of: "bulletin", jurisdiction: JURISDICTION, month: SEPTEMBER },
        recipient: { address: "city@justice.example.org" },
        content: {
          kind: "bulletin-unsigned",
          jurisdiction: RULES.policy.jurisdiction.name,
          period: "month",
          due: OPEN.due,
          daysOver: 0,
          missingLedgers: [{ court: COURT.name, months: [SEPTEMBER] }],
        },
      },
      { content: { daysOver: 1 } },
    ]);
  });

  it("of a period in which nothing was heard has nothing to sign", async () => {
    const here = await desk([OPEN, QUARTER]);
    expect(await here.sweep(OPEN, DUE)).toMatchObject({ result: 0 });
    expect(await here.kept(OPEN)).toMatchObject({ reminded: [civilDate("2026-10-08")] });
    const heard = await desk([QUARTER], { "2026-07": [ROW] });
    expect(await heard.sweep(QUARTER, DUE)).toMatchObject({ result: 1 });
  });

  it("says until when it was put off", async () => {
    const deferred = { until: civilDate("2026-10-09"), reason: "核对数据" };
    const here = await desk([aSigning({ state: "deferred", deferred })], { [SEPTEMBER]: [ROW] });
    expect(await here.sweep(OPEN, DUE)).toMatchObject({ result: 0 });
    await here.sweep(OPEN, at("10-09", "08:30"));
    expect(here.notices()).toMatchObject([{ content: { deferred } }]);
  });

  it("leaves by itself where the policy says so, with the next free numbers", async () => {
    const signature = { number: 1, by: "李科长", at: at("09-04") };
    const issued = aSigning({
      month: AUGUST,
      state: "issued",
      signature,
      issued: { version: 1, at: at("09-04") },
    });
    const here = await desk([OPEN, issued], { [SEPTEMBER]: [ROW] });
    await here.sweep(OPEN, at("10-07", "10:00"), AUTOMATIC);
    expect(await here.kept(OPEN)).toMatchObject({ state: "open" });
    await here.sweep(OPEN, DUE, AUTOMATIC);
    expect(await here.kept(OPEN)).toMatchObject({ state: "issuing", signature: { by: "" }, leaves: DUE });
    expect(await here.kept(OPEN)).toMatchObject({ content: { issue: 10 } });
    expect(here.notices()).toEqual([]);
  });
});

describe("one that is signed", () => {
  const waiting = aSigning({ state: "waiting", leaves: at("10-09", "09:00") });

  it("is handed over when its hour has come, and not before", async () => {
    const here = await desk([waiting]);
    await here.sweep(waiting, at("10-09", "08:59"));
    expect(await here.kept(waiting)).toMatchObject({ state: "waiting" });
    await here.sweep(waiting, at("10-09", "09:00"));
    expect(await here.kept(waiting)).toMatchObject({ state: "issuing", leaves: at("10-09", "09:00") });
  });

  it("is handed over again where it is being issued for an hour", async () => {
    const here = await desk([aSigning({ state: "issuing", leaves: at("10-09", "09:00") })]);
    await here.sweep(waiting, at("10-09", "09:59"));
    expect(await here.kept(waiting)).toMatchObject({ leaves: at("10-09", "09:00") });
    await here.sweep(waiting, at("10-09", "10:00"));
    expect(await here.kept(waiting)).toMatchObject({ leaves: at("10-09", "10:00") });
  });

  it("has nothing more to do once it is issued; one that is gone neither", async () => {
    const here = await desk([aSigning({ state: "issued", leaves: DUE })], { [SEPTEMBER]: [ROW] });
    expect(await here.sweep(OPEN, at("10-12", "10:00"))).toMatchObject({ result: 0 });
    expect(here.next()).toEqual([undefined]);
    expect(await here.sweep(QUARTER, DUE)).toMatchObject({ outcome: "done", result: 0 });
  });
});
