/** Who holds a link of which task on a case, and what they see by it: every task, every organisation of the place. */
import { describe, expect, it } from "vitest";
import { stepsView } from "../../../functions/desk/case-page/next-steps.ts";
import type { CaseViewer } from "../../../functions/desk/case-page/viewer.ts";
import type { CaseLink } from "../../../functions/desk/case-task/case-link.ts";
import { type Holder, holderOf, RIGHTS } from "../../../functions/desk/case-task/holder.ts";
import type { Visit } from "../../../functions/desk/frame/room.ts";
import { involvedIn } from "../../../shared/casework/involved.ts";
import { proofsOf } from "../../../shared/domain/case-file/proof.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { answersFor } from "../../../shared/domain/originals/paper-rights.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at, given, POLICE, RULES, respondent, summons } from "../../support/case-builders.ts";
import { aCity, COURT_FOLDER, judgmentText, mailTo, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const GOVERNMENT = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const FILE = given(
  summons({ parties: { plaintiffs: ["陈建"], respondents: [POLICE, GOVERNMENT], thirdParties: [] } }),
);
const ORGANISATIONS = [
  "yinan-police",
  "yinan-jiehu",
  "linyi-government",
  "yinan-government",
  "yinan-justice",
  "linyi-justice",
  "yinan-court",
  "lanshan-court",
  "linyi-police",
] as const;

type Table = Readonly<Partial<Record<(typeof ORGANISATIONS)[number], Holder>>>;
const BUREAU = { "yinan-justice": "bureau" } as const;
const OWN = { "yinan-government": "responder" } as const;
/** Of the police, and of the government nobody is designated for yet; whoever isn't named holds none. */
const HELD: readonly (readonly [Partial<CaseLink>, ofPolice: Table, ofGovernment: Table])[] = [
  [{ task: "report" }, { "yinan-police": "responder" }, OWN],
  [{ task: "filing" }, { "yinan-police": "responder" }, OWN],
  [
    { task: "duty", duty: "defence" },
    { "yinan-police": "responder", "yinan-court": "court" },
    { ...OWN, "yinan-court": "court", "yinan-justice": "stand-in" },
  ],
  [
    { task: "duty", duty: "performance" },
    { "yinan-police": "responder" },
    { ...OWN, "yinan-justice": "stand-in" },
  ],
  [{ task: "supervision" }, BUREAU, BUREAU],
  [{ task: "loss-review" }, BUREAU, BUREAU],
  [{ task: "designation" }, BUREAU, BUREAU],
  [{ task: "approval" }, { "yinan-police": "respondent" }, { "yinan-government": "respondent" }],
  [{ task: "leader" }, { "yinan-police": "respondent" }, { "yinan-government": "respondent" }],
  [{ task: "appeal-approval" }, BUREAU, { "yinan-government": "respondent" }],
  [{ task: "orders" }, { "yinan-police": "responder", ...BUREAU }, { ...OWN, ...BUREAU }],
  [{ task: "judgment-note" }, { "yinan-court": "court", ...BUREAU }, { "yinan-court": "court", ...BUREAU }],
  [{ task: "call-classes" }, BUREAU, BUREAU],
  [{ task: "principal-absence" }, { "yinan-government": "superior" }, { "linyi-government": "superior" }],
];

function linkOf(task: Partial<CaseLink>, name: string, recipient: string): CaseLink {
  return {
    stage: 1,
    caseNumber: FILE.caseNumber,
    respondent: name,
    recipient: recipient as OrganisationId,
    expires: at("12-01"),
    nonce: `${task.task}${name}${recipient}`,
    ...task,
  } as unknown as CaseLink;
}

describe("a link about a case", () => {
  it.each(HELD.map((row) => [JSON.stringify(row[0]), ...row] as const))(
    "%s is held by those alone who have that part",
    async (_, task, ofPolice, ofGovernment) => {
      const { ports } = await aCity();
      for (const [name, table] of [
        [POLICE.name, ofPolice],
        [GOVERNMENT.name, ofGovernment],
        ["沂南县教育局", {}],
      ] as const) {
        const held = ORGANISATIONS.map(
          async (id) => [id, await holderOf(ports, linkOf(task, name, id), FILE)] as const,
        );
        const found = (await Promise.all(held)).filter(([, holder]) => holder !== undefined);
        expect(Object.fromEntries(found), name).toEqual(table);
      }
    },
  );

  it("names every task there is", () => {
    const tasks = new Set(HELD.map(([{ task }]) => task));
    expect(tasks.size).toBe(13);
  });

  it("lets a court have neither the agency's papers nor what its bureau was shown", () => {
    expect(RIGHTS.court).toEqual({ papers: "court", proofs: "court", side: "court" });
    const proof = (sha256: string) => [
      { sha256, name: sha256, key: sha256, size: 1, type: "application/pdf" },
    ];
    const one = (sha256: string, more = {}) => ({ respondent: POLICE.name, proofs: proof(sha256), ...more });
    const seen = (parts: object, reader: "own-side" | "court") =>
      proofsOf({ ...FILE, ...parts } as unknown as CaseFile, POLICE.name, reader).map(({ name }) => name);
    const defence = { drafts: [one("draft")], handed: [one("handed")], extensions: [] };
    const file = {
      reports: [one("report", { head: { appears: true } })],
      obstacles: [one("obstacle")],
      defence,
    };
    expect(seen(file, "own-side")).toEqual(["report", "draft", "obstacle", "handed"]);
    expect(seen(file, "court")).toEqual(["obstacle", "handed"]);
    // Why the head doesn't come is the court's to judge.
    const head = { appears: false };
    const returned = one("returned", { head, returned: { text: "重报" } });
    expect(seen({ reports: [one("sick", { head })] }, "court")).toEqual(["sick"]);
    expect(seen({ reports: [returned] }, "court")).toEqual([]);
    expect(seen({ reports: [returned] }, "own-side")).toEqual(["returned"]);
  });
});

const NUMBER = "（2026）鲁1321行初301号";
const NOTICE = new TextEncoder().encode(`沂南县人民法院
应诉通知书
${NUMBER}
沂南县公安局：
本院受理原告赵明诉你局行政处罚一案，现将起诉状副本送达。请于收到之日起十五日内提交答辩状和证据。
2026年9月8日
送达回证
送达时间：2026年9月8日
`);

type City = Awaited<ReturnType<typeof aCity>>;
const text = async (city: City, token: string) => (await city.visit(token)).text();

function linkTo(recipient: string, link: Partial<CaseLink>, number: string): string {
  const base = { ...linkOf(link, POLICE.name, recipient), caseNumber: caseNumber(number) };
  return signLink({ ...base, expires: addMinutes(at("12-31"), 60) } as CaseLink, LINK_KEYS);
}

describe("on the pages", () => {
  it("a court that says what came of a defence sees what was handed to it, and asks for no more time", async () => {
    const city = await aCity();
    expect(await city.put(COURT_FOLDER, "应诉通知书.txt", NOTICE)).toBe("read");
    await city.until(at("09-09", "10:00"));
    const own = mailTo(city, "fazhi@yinan-police.example.org", "duty-asked");
    expect(await text(city, own)).toContain("行政答辩状（.docx）");
    const shown = { handed: "shown", by: "李明", do: "submit", ...values(await text(city, own)) };
    expect((await city.visit(own, shown)).status).toBe(303);

    const court = linkTo("yinan-court", { task: "duty", duty: "defence" }, NUMBER);
    const page = await text(city, court);
    expect(page).toContain("已向人民法院提交答辩状");
    for (const words of ["行政答辩状（.docx）", "证据目录（.docx）", "报司法局审阅", "申请延期提供证据"])
      expect(page, words).not.toContain(words);
    expect((await city.visit(`${court}/defence`)).status).toBe(404);
    expect((await city.visit(`${court}/extension`)).status).toBe(409);
    const asked = { reason: "需要调取。", by: "马超", do: "submit" };
    expect((await city.visit(`${court}/extension`, asked)).status).toBe(409);
    expect(city.table.cases.get(caseNumber(NUMBER))?.file.defence?.extensions).toEqual([]);
  });

  it("a bureau that notes a judgment has the papers of a bureau, its court none", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    await city.put(COURT_FOLDER, "judgment.txt", judgmentText("撤销被告沂南县公安局作出的行政处罚决定。"));
    const number = FILE.caseNumber.replace("23", "77");
    const note = (recipient: string) => text(city, linkTo(recipient, { task: "judgment-note" }, number));
    expect(await note("yinan-justice")).toContain("（.docx）");
    expect(await note("yinan-court")).not.toContain("（.docx）");
  });
});

describe("the approval of what was chosen after a judgment", () => {
  const choices = [POLICE, GOVERNMENT].map(({ name }) => ({
    respondent: name,
    choice: "accept",
    revision: 1,
  }));
  const file = {
    ...FILE,
    judgment: { choices, services: [], higher: [], performances: [] },
  } as unknown as CaseFile;

  it.each<[approval: "own-leader" | "bureau", recipient: string, role: CaseViewer["role"], steps: string[]]>([
    ["own-leader", "yinan-government", "agency", ["审批沂南县人民政府上诉决定"]],
    ["own-leader", "linyi-government", "government", []],
    ["own-leader", "yinan-police", "agency", []],
    ["own-leader", "yinan-justice", "bureau", []],
    ["bureau", "yinan-justice", "bureau", ["审批沂南县公安局上诉决定"]],
    ["bureau", "yinan-government", "agency", ["审批沂南县人民政府上诉决定"]],
  ])("where it is of %s: %s", async (approval, recipient, role, expected) => {
    const { ports } = await aCity();
    const policy = { ...RULES.policy, judgment: { ...RULES.policy.judgment, approval } };
    const organisation =
      (await ports.directory.organisation(recipient as OrganisationId)) ?? expect.fail(recipient);
    const viewer: CaseViewer = { organisation, role, names: answersFor(file, organisation.id), parts: [] };
    const involved = await involvedIn(file, ports.directory);
    const visit = { token: "x", part: undefined, query: {} } as unknown as Visit;
    const seen = { file, involved, viewer };
    const steps = String(await stepsView({ ...ports, rules: { ...RULES, policy } }, visit, seen));
    expect([...steps.matchAll(/>(审批[^<]*上诉决定)</gu)].map(([, words]) => words)).toEqual(expected);
  });
});
