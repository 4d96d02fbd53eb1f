/**
 * The synthesised stack on this machine, with functions killed between their side effects. Whatever dies where, the
 * case ends as in an undisturbed run, and each mail leaves once.
 */
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import type { Fault } from "../../infra/local/engines/faults.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { assembly } from "../support/assembly.ts";
import { at } from "../support/case-builders.ts";
import { REPORT } from "../support/desk-city.ts";

const CASE = caseNumber("（2026）鲁1302行初102号");
const SUMMONS = { folder: "courts/1302/inbox", file: "0901-兰山-传票-行初102.docx" };

let city: City | undefined;
beforeAll(async () => void (await assembly()));
afterEach(async () => {
  await city?.cloud.stop();
  city = undefined;
});

/** What is left of a run that people could notice. */
interface Aftermath {
  readonly file: unknown;
  readonly mails: readonly string[];
}

type Mishap = Omit<Fault, "function"> & { readonly function: string };

/** A summons is taken in, then three days later the sweep comes by; faults are planned for the one or the other. */
async function run({ intake, sweep }: { intake?: Mishap; sweep?: Mishap } = {}): Promise<Aftermath> {
  city = await startCity({ assembly: await assembly(), concurrency: 1, retryDelayMs: 20 });
  const { cloud, records, upload } = city;
  const plan = ({ function: path, ...fault }: Mishap) => {
    const name = cloud.functions.find(({ declared }) => declared.path.startsWith(path))?.declared.name;
    if (name === undefined) throw new Error(`no function ${path}`);
    return cloud.faults.once({ ...fault, function: name });
  };
  cloud.clock.set(at("09-01", "08:40"));
  await upload(DIRECTORY);
  cloud.clock.set(at("09-01", "10:05"));
  const first = intake && plan(intake);
  await upload(SUMMONS);
  await cloud.runUntil(at("09-01", "12:10"));
  cloud.clock.set(at("09-03", "08:30"));
  const second = sweep && plan(sweep);
  await cloud.runUntil(at("09-03", "12:10"));
  for (const planned of [first, second]) if (planned) expect(planned.happened).toBe(true);

  expect(cloud.deadLetters()).toEqual([]);
  const file = await records.caseFile(CASE);
  return {
    // When exactly a retry came is the only thing a crash may change.
    file: file && { ...file, documents: file.documents.length, sent: Object.keys(file.sent).toSorted() },
    mails: cloud
      .inbox()
      .map(({ destinations, subject }) => `${destinations.join()} ${subject}`)
      .toSorted(),
  };
}

describe("a journal that can't be written", () => {
  it("holds up neither mail nor act, and says so in the words that the alarm counts", async () => {
    const lines: { readonly function: string; readonly text: string }[] = [];
    city = await startCity({ assembly: await assembly(), log: (line) => lines.push(line) });
    const { cloud } = city;
    const nameOf = (path: string) =>
      cloud.functions.find(({ declared }) => declared.path.startsWith(path))?.declared.name ?? "";
    const mishap = { status: 403, code: "AccessDenied" };
    const refused = (path: string) =>
      cloud.faults.once({
        function: nameOf(path),
        service: "s3",
        operation: "PutObject",
        when: "before",
        mishap,
      });
    const said = (path: string) =>
      lines.filter(({ function: name }) => name === nameOf(path)).map(({ text }) => JSON.parse(text).message);
    cloud.clock.set(at("09-01", "08:40"));
    await city.upload(DIRECTORY);
    cloud.clock.set(at("09-01", "10:05"));
    const left = refused("NoticeMailer");
    await city.upload(SUMMONS);
    await cloud.runUntil(at("09-01", "12:10"));
    expect(left.happened).toBe(true);
    expect(cloud.inbox().map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining("请于9月4日前报告"),
    );
    expect(said("NoticeMailer")).toContain("journal not written");

    const acted = refused("Desk");
    await city.visit({ address: "fazhi@lanshan-enforcement.example.org", mail: "行初102", answers: REPORT });
    expect(acted.happened).toBe(true);
    expect((await city.records.caseFile(CASE))?.reports).toHaveLength(1);
    expect(said("Desk")).toContain("journal not written");
    expect(cloud.deadLetters()).toEqual([]);
  });
});

describe("a crash between any two side effects", () => {
  let calm: Aftermath;
  beforeAll(async () => {
    calm = await run();
    await city?.cloud.stop();
    city = undefined;
  });

  it("undisturbed, the agency and its head are told, then reminded of the report; the court gets its receipt, the bureau its digest", () => {
    expect(calm.mails).toEqual([
      "clerk@lanshan-court.example.org 【收件回执】9月3日 上传文件1份：已登记1份",
      "fazhi@lanshan-enforcement.example.org 【开庭提醒】（2026）鲁1302行初102号 9月17日9:30开庭，请于9月4日前报告",
      "fazhi@lanshan-enforcement.example.org 【报告临期】（2026）鲁1302行初102号 请于9月4日前报告应诉意见",
      "head@lanshan-enforcement.example.org 【请出庭应诉】（2026）鲁1302行初102号 9月17日9:30开庭，请负责人出庭",
      "yingsu@lanshan-justice.example.org 【每日摘要】9月3日 1件案件、2条动态",
    ]);
    expect(calm.file).toMatchObject({ state: "awaiting-hearing", version: 2 });
  });

  it.each<[string, Mishap]>([
    [
      "intake, before it reads the file",
      { function: "DocumentIntake", service: "s3", operation: "GetObject", when: "before" },
    ],
    [
      "intake, before its transaction",
      { function: "DocumentIntake", service: "dynamodb", operation: "TransactWriteItems", when: "before" },
    ],
    [
      "intake, after its transaction",
      { function: "DocumentIntake", service: "dynamodb", operation: "TransactWriteItems", when: "after" },
    ],
    [
      "the mailer, before it claims the notice",
      { function: "NoticeMailer", service: "dynamodb", operation: "UpdateItem", when: "before" },
    ],
    [
      "the mailer, after it claimed the notice",
      { function: "NoticeMailer", service: "dynamodb", operation: "UpdateItem", when: "after" },
    ],
    [
      "the mailer, before SES hears of the mail",
      { function: "NoticeMailer", service: "ses", operation: "SendRawEmail", when: "before" },
    ],
    [
      "the mailer, after SES accepted the mail",
      { function: "NoticeMailer", service: "ses", operation: "SendRawEmail", when: "after" },
    ],
    [
      "the mailer, before it marks the mail as accepted",
      { function: "NoticeMailer", service: "dynamodb", operation: "UpdateItem", when: "before", nth: 2 },
    ],
    [
      "SES, throttling",
      {
        function: "NoticeMailer",
        service: "ses",
        operation: "SendRawEmail",
        when: "before",
        mishap: { status: 400, code: "Throttling" },
      },
    ],
    [
      "mail-feedback, before it settles the notice",
      { function: "MailFeedback", service: "dynamodb", operation: "UpdateItem", when: "before" },
    ],
  ])("%s", async (_, intake) => expect(await run({ intake })).toEqual(calm));

  it.each<[string, Mishap]>([
    [
      "the sweep, before its transaction",
      { function: "DeadlineSweep", service: "dynamodb", operation: "TransactWriteItems", when: "before" },
    ],
    [
      "the sweep, after its transaction",
      { function: "DeadlineSweep", service: "dynamodb", operation: "TransactWriteItems", when: "after" },
    ],
  ])("%s", async (_, sweep) => expect(await run({ sweep })).toEqual(calm));
});
