/** Two people have the same form open: whatever one of them does, is the other's form refused, and only then? */
import { describe, expect, it } from "vitest";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { principalsNoted } from "../../../shared/domain/case-file/principals.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  CITY,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

/** The policy with everything that somebody may have to approve. */
const STRICT: Rules = {
  ...RULES,
  policy: {
    ...LINYI,
    designation: { ...LINYI.designation, approval: "two-step" },
    principals: { ...LINYI.principals, approval: { leader: "县长" } },
  },
};
const TOWN = respondent("沂南县界湖街道办事处", "yinan-jiehu");

/** What one of them does, at a time, named as the page names it. */
type Act = readonly [
  what: string,
  at: Instant,
  said: { readonly type: DeskCommand["type"] } & Record<string, unknown>,
];

const HEAD = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };
const REPORT = { type: "submit-report", report: { proposal: "请求驳回。", head: HEAD, others: [] } } as const;
const FILING = {
  type: "submit-filing",
  filing: { result: "judgment-later", staff: [] },
  attendance: { headAttended: false },
} as const;
const BEFORE_HEARING: readonly Act[] = [
  ["reports", at("09-09"), REPORT],
  ["gives guidance", at("09-10", "09:00"), { type: "note-supervision", text: "请补充证据。" }],
  ["gives more guidance", at("09-10", "10:00"), { type: "note-supervision", text: "请带原件。" }],
  ["returns the report", at("09-10", "11:00"), { type: "return-report", text: "请写明理由。" }],
  ["reports again", at("09-11"), REPORT],
  [
    "reports an obstacle",
    at("09-14"),
    { type: "report-obstacle", ground: "accident", explanation: "住院", proofs: undefined },
  ],
  [
    "answers the obstacle",
    at("09-15"),
    { type: "answer-obstacle", reportedAt: at("09-14"), verdict: "excused", reason: "准许" },
  ],
  ["files", at("09-24", "15:00"), FILING],
  ["corrects the filing", at("09-24", "16:00"), FILING],
];

const AGENCY = { organisation: "linyi-land", name: "临沂市自然资源和规划局" };
const FORM = {
  type: "submit-handling-form",
  stage: "instance",
  form: { summary: "不服征收补偿决定。", proposal: "请求驳回。", agency: AGENCY },
} as const;
const OPINION = {
  type: "propose-approval",
  stage: "instance",
  text: "拟同意。",
  head: { name: "周岚", title: "副市长" },
} as const;
const answered = (approved: boolean) =>
  ({ type: "answer-handling-form", stage: "instance", approved, text: "请改报。" }) as const;
const DESIGNATION: readonly Act[] = [
  ["submits the form", at("09-09", "09:00"), FORM],
  ["submits it again", at("09-09", "10:00"), FORM],
  ["states the office's opinion", at("09-09", "11:00"), OPINION],
  [
    "returns the opinion",
    at("09-09", "14:00"),
    { type: "return-opinion", stage: "instance", text: "再议。" },
  ],
  ["states another opinion", at("09-09", "15:00"), OPINION],
  ["returns the form", at("09-09", "16:00"), answered(false)],
  ["submits another form", at("09-10", "09:00"), FORM],
  ["states an opinion on it", at("09-10", "10:00"), OPINION],
  ["approves it", at("09-10", "11:00"), answered(true)],
  ["objects", at("09-10", "14:00"), { type: "object-to-designation", text: "非本单位职责。" }],
  [
    "keeps it",
    at("09-10", "15:00"),
    { type: "answer-objection", stage: "instance", kept: true, text: "维持。" },
  ],
];

const DEFENCE: readonly Act[] = [
  ["shows a draft", at("09-09", "09:00"), { type: "show-defence" }],
  ["shows another", at("09-09", "10:00"), { type: "show-defence" }],
  ["asks for more time", at("09-09", "11:00"), { type: "ask-extension", reason: "调取档案。" }],
  [
    "is given it",
    at("09-09", "14:00"),
    { type: "answer-extension", side: "court", until: civilDate("2026-10-09") },
  ],
  [
    "hands the defence in",
    at("09-10"),
    { type: "hand-in-defence", parts: ["defence"], on: civilDate("2026-09-10"), side: "agency" },
  ],
];

const LOSS = {
  type: "report-loss",
  loss: {
    kind: "revoked",
    causes: ["procedure"],
    explanation: "程序违法。",
    responsible: "执法大队",
    mending: "培训。",
    mendBy: civilDate("2026-12-31"),
  },
} as const;
const REDO = {
  item: 1,
  act: "redo",
  words: "六十日内重新作出行政行为",
  respondents: [],
  term: { type: "period", count: 60, unit: "days", from: "effect" },
} as const;
const CHOICE = {
  type: "choose-appeal",
  choice: "accept",
  reason: "判决正确。",
  leader: "王建国，局长",
} as const;
const NOTE = {
  type: "note-judgment",
  source: "court",
  services: [],
  performed: [],
  refused: [],
  text: "",
} as const;
const DONE = { type: "file-performance", item: 1, on: civilDate("2026-12-01"), what: "已重作。" } as const;
const JUDGED: readonly Act[] = [
  [
    "notes a service",
    at("10-14", "09:00"),
    { ...NOTE, services: [{ party: CITY.name, on: civilDate("2026-10-13") }] },
  ],
  ["chooses", at("10-14", "10:00"), CHOICE],
  ["isn't allowed to", at("10-14", "11:00"), { type: "approve-appeal", approved: false, text: "再议。" }],
  ["chooses again", at("10-14", "14:00"), CHOICE],
  ["is allowed to", at("10-14", "15:00"), { type: "approve-appeal", approved: true, text: "" }],
  ["notes a stay", at("10-15"), { ...NOTE, stayed: true }],
  ["notes its effect", at("11-02"), { ...NOTE, effectiveOn: civilDate("2026-10-31") }],
  [
    "confirms what is ordered",
    at("11-03", "09:00"),
    { type: "confirm-orders", acts: [REDO], office: "agency" },
  ],
  ["corrects it", at("11-03", "10:00"), { type: "confirm-orders", acts: [REDO], office: "bureau" }],
  ["performs", at("12-01", "09:00"), DONE],
  ["says so again", at("12-01", "09:20"), DONE],
  ["reports the loss", at("12-02", "09:00"), LOSS],
  ["returns that", at("12-02", "10:00"), { type: "judge-loss", accepted: false, text: "请补充。" }],
  ["reports the loss again", at("12-02", "11:00"), LOSS],
  ["accepts it", at("12-02", "14:00"), { type: "judge-loss", accepted: true, text: "" }],
];

const PRINCIPALS: readonly Act[] = [
  [
    "names who must come",
    at("09-09", "09:00"),
    { type: "choose-classes", classes: [], principals: [POLICE.name], text: "社会关注。" },
  ],
  [
    "names the same for another reason",
    at("09-09", "09:10"),
    { type: "choose-classes", classes: [], principals: [POLICE.name], text: "群体性案件。" },
  ],
  [
    "explains why the principal can't come",
    at("09-09", "09:30"),
    { ...REPORT, report: { ...REPORT.report, head: { ...HEAD, principalAbsence: "局长参加防汛会议。" } } },
  ],
  ["approves that", at("09-09", "09:40"), { type: "answer-principal-absence", approved: true, text: "" }],
  [
    "names nobody after all",
    at("09-09", "10:00"),
    { type: "choose-classes", classes: [], principals: [], text: "" },
  ],
];

const ofTwo = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TOWN], thirdParties: [] } };
const ofCity = { parties: { plaintiffs: ["薛广田"], respondents: [CITY], thirdParties: [] } };
const { hearing: _, ...undated } = summons();
interface Story {
  readonly about: string;
  readonly start: CaseFile;
  readonly acts: readonly Act[];
  readonly name: string;
}

const STORIES: readonly Story[] = [
  {
    about: "a hearing, before and after it",
    start: given(summons(ofTwo)),
    acts: BEFORE_HEARING,
    name: POLICE.name,
  },
  { about: "a designation in two steps", start: given(summons(ofCity)), acts: DESIGNATION, name: CITY.name },
  {
    about: "a defence",
    start: given({
      ...undated,
      ...ofTwo,
      kind: "response-notice",
      servedOn: civilDate("2026-09-08"),
    }),
    acts: DEFENCE,
    name: POLICE.name,
  },
  {
    about: "a judgment against a government",
    start: given(summons(ofCity), record({ ...ofCity, attendance: [] }), {
      ...record(ofCity),
      at: at("10-12"),
      sha256: "judgment-1",
      kind: "judgment",
      issuedOn: civilDate("2026-10-09"),
      attendance: [],
      result: { outcome: "lost", heard: true },
      ruling: { form: "judgment", ordered: [REDO] },
    }),
    acts: JUDGED,
    name: CITY.name,
  },
  { about: "a principal who must come", start: given(summons()), acts: PRINCIPALS, name: POLICE.name },
];

function formOf(file: CaseFile, name: string, [, when, said]: Act): DeskCommand {
  return {
    by: "李明",
    respondent: name,
    basis: basisOf(file, name),
    at: when,
    ...said,
  } as unknown as DeskCommand;
}

function after(file: CaseFile, form: DeskCommand): CaseFile {
  const decision = decideAtDesk(file, form, STRICT);
  if (!decision.accepted) throw new Error(`${form.type}: ${decision.refusal.type}`);
  const acted = evolveAll(file, decision.events) ?? file;
  return evolveAll(acted, principalsNoted(acted, STRICT)) ?? acted;
}

describe.each(STORIES)("with the forms of $about", ({ start, acts, name }) => {
  /** The case before each act, and after the last. */
  const files = [start];
  for (const act of acts) {
    const file = told(files.at(-1) ?? start, act[1]);
    files.push(after(file, formOf(file, name, act)));
  }

  it.each(acts.map((act, index) => [act[0], index, act] as const))(
    "who was slower than the one who %s hears that the case has changed",
    (_what, index, act) => {
      const [before, now] = [files[index], files[index + 1]];
      if (before === undefined || now === undefined) return expect.fail();
      // The same form twice, and every one that was opened earlier still.
      for (const earlier of files.slice(0, index + 1))
        expect(decideAtDesk(now, formOf(earlier, name, act), STRICT)).toMatchObject({
          accepted: false,
          refusal: { type: "changed-meanwhile" },
        });
    },
  );

  it("a letter that leaves meanwhile, or what another respondent does, stops nobody", () => {
    for (const file of files) {
      const letters = { ...file, sent: { ...file.sent, "reminder:1:3:x": at("09-21") } };
      expect(basisOf(letters, name)).toBe(basisOf(file, name));
    }
    const others = start.respondents.filter((one) => one.name !== name);
    for (const other of others)
      for (const file of files.filter(({ state }) => state === start.state))
        expect(basisOf(file, other.name)).toBe(basisOf(start, other.name));
  });
});

it("a paper that moves the hearing makes the form stale", () => {
  const file = given(summons());
  const moved = summons({
    sha256: "moved",
    at: at("09-10"),
    issuedOn: civilDate("2026-09-10"),
    hearing: { date: civilDate("2026-09-28") },
  });
  const form = formOf(file, POLICE.name, ["reports", at("09-11"), REPORT]);
  const now = evolveAll(file, eventsOf(file, moved)) ?? file;
  expect(decideAtDesk(now, form, RULES)).toMatchObject({ refusal: { type: "changed-meanwhile" } });
});
