/** A city that calls in for late reports and deducts for them (约谈、考核), from the case to the letters; on the city in memory. */
import { describe, expect, it } from "vitest";
import { assessYear } from "../../../functions/monthly-bulletin/assessment/assessments.ts";
import { proposeInterviews } from "../../../functions/monthly-bulletin/interviews/interviews.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import { LINYI, type Policy } from "../../../shared/domain/policy.ts";
import { civilDate, type Instant, instantAt, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { aCity, CASE } from "../../support/desk-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const { interviews, assessment } = LINYI;
const { agency } = assessment.models;

function rules(changes: Partial<Policy>) {
  return { ...RULES, policy: { ...LINYI, ...changes } };
}
type City = Awaited<ReturnType<typeof aCity>>;
const mails = (city: City, kind: NoticeKind) =>
  city.sent.filter(({ notice }) => notice.content.kind === kind);

/** The case of 2026-09-08, whose report never came, at the end of the year. */
async function unreported() {
  const city = await aCity();
  await city.until(at("10-03", "12:00"), 24 * 60);
  return city;
}

describe("a trigger that counts late reports", () => {
  const propose = (city: City, triggers: Policy["interviews"]["triggers"]) =>
    proposeInterviews(city, {
      month: "2026-09" as Month,
      now: at("10-08", "10:00"),
      rules: rules({ interviews: { ...interviews, triggers } }),
    });

  it("finds the case that isn't heard yet, and names it", async () => {
    const city = await unreported();
    expect((await propose(city, { lateReports: { atLeast: 1 } })).made).toBe(1);
    await city.mail();
    const [mail] = mails(city, "interview-candidates");
    expect(mail?.notice.content).toMatchObject({
      candidates: [
        {
          unit: "沂南县公安局",
          reasons: [
            { type: "events", trigger: "lateReports", events: [{ caseNumber: CASE, on: "2026-09-11" }] },
          ],
        },
      ],
    });
  });

  it("finds nothing below its bound, nor where it is off", async () => {
    const city = await unreported();
    expect((await propose(city, { lateReports: { atLeast: 2 } })).made).toBe(0);
    expect((await propose(city, {})).made).toBe(0);
    expect((await propose(city, interviews.triggers)).made).toBe(0);
  });
});

describe("a model that deducts", () => {
  const january: Instant = instantAt(civilDate("2027-01-04"), "10:00");
  const deducting = { ...agency, events: [{ event: "missing-report", points: -0.5 } as const] };
  const graded = {
    ...deducting,
    grades: [
      { from: 90, name: "优秀" },
      { from: 0, name: "一般" },
    ],
  };

  it("gives each unit its points with their cases, in its letter and in the workbook", async () => {
    const city = await unreported();
    const models = { county: deducting, agency: graded };
    const when = { month: "2026-12" as Month, now: january };
    const { made } = await assessYear(city, {
      ...when,
      rules: rules({ assessment: { ...assessment, models } }),
    });
    expect(made).toBe(2);
    await city.until(january);
    await city.mail();
    const own = mails(city, "assessment-draft").find(({ notice }) => notice.recipient.address === AGENCY);
    expect(own?.notice.content).toMatchObject({
      score: {
        score: "99.50",
        grade: "优秀",
        ofEvents: "-0.50",
        eventLines: [
          {
            event: "missing-report",
            count: 1,
            points: "-0.50",
            events: [{ caseNumber: CASE, on: "2026-09-11" }],
          },
        ],
      },
    });
    const sheet = await city.files.read("assessments/2026/draft.xlsx", undefined, 1_000_000);
    const table = sheet instanceof Uint8Array ? await readTable(sheet) : undefined;
    const cells = table?.ok === true ? table.grid.flatMap((row) => row.cells) : [];
    expect(cells).toContain("扣分加分");
  });

  it("is none of Linyi's: nobody is assessed who wasn't heard", async () => {
    const city = await unreported();
    const { made } = await assessYear(city, { month: "2026-12" as Month, now: january, rules: RULES });
    expect(made).toBe(0);
  });
});
