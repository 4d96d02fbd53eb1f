/** Who is asked, reminded and told while an agency is designated to answer for a government (出庭指派), and who isn't? */
import { describe, expect, it } from "vitest";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at, CITY, given, POLICE, RULES, record, summons, told } from "../../support/case-builders.ts";
import { some } from "../../support/some.ts";

const { name } = CITY;
const OWN = { parties: { plaintiffs: ["薛广田"], respondents: [CITY], thirdParties: [] } };
const LAND = { organisation: "linyi-land", name: "临沂市自然资源和规划局" };
const TWO_STEP: Rules = {
  ...RULES,
  policy: { ...LINYI, designation: { ...LINYI.designation, approval: "two-step" } },
};

/** The letters of a designation that leave at an instant, with whom each is for. */
function letters(file: CaseFile, now: Instant) {
  return obligationsDue(file, now, RULES)
    .flatMap(({ notices }) => notices(civilDateAt(now)))
    .map(({ audience, content }) => ({
      to: audience.part === "respondent" ? audience.role : audience.part,
      ...content,
    }))
    .filter(({ kind }) => /^(?:case-handling|handling|designation|objection|opinion|approval)/u.test(kind));
}
const readers = (file: CaseFile, now: Instant) => letters(file, now).map(({ to, kind }) => `${kind} → ${to}`);

type Said = { readonly type: DeskCommand["type"] } & Record<string, unknown>;
function acted(file: CaseFile, when: Instant, said: Said, rules = RULES): CaseFile {
  const command = {
    at: when,
    by: "王芳",
    respondent: name,
    basis: basisOf(file, name),
    stage: "instance",
    ...said,
  };
  const decision = decideAtDesk(file, command as unknown as DeskCommand, rules);
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return evolveAll(file, decision.events) ?? file;
}
const then = (file: CaseFile, when: Instant, said: Said) => told(acted(file, when, said), when);

const FORM = {
  type: "submit-handling-form",
  form: { summary: "不服征收补偿决定。", proposal: "请求驳回。", agency: LAND },
} as const;
const YES = { type: "answer-handling-form", approved: true, text: "" } as const;
const OBJECTION = { type: "object-to-designation", text: "非本单位职责。" } as const;

const waiting = given(summons(OWN));
const submitted = then(waiting, at("09-09"), FORM);
const designated = then(submitted, at("09-10"), YES);
const { hearing: _, ...paper } = summons({ ...OWN, kind: "appeal", sha256: "appeal", at: at("10-09") });
const appealed = given(summons(OWN), record({ ...OWN, attendance: [] }), paper);

describe("whoever is waited for", () => {
  it("hears for how long, and how near the hearing is; the other one gets a copy", () => {
    expect(letters(waiting, at("09-10"))).toMatchObject([
      { to: "bureau", waitsFor: "bureau", copy: false, daysWaiting: 2, daysLeft: 14 },
    ]);
    const quiet = ["09-10", "09-14"].reduce((file, day) => told(file, at(day)), waiting);
    expect(letters(quiet, at("09-18"))).toMatchObject([
      { to: "bureau", copy: false, daysWaiting: 10, daysLeft: 6 },
      { to: "government", waitsFor: "bureau", copy: true, daysWaiting: 10 },
    ]);
    // The government's days count from the form that lies with it.
    expect(letters(submitted, at("09-11"))).toMatchObject([
      { to: "government", waitsFor: "government", copy: false, daysWaiting: 2 },
    ]);
  });

  it("is not reminded of what was told the same morning", () => {
    const late = { ...waiting, sent: { [`form:summons:${name}`]: at("09-10", "10:00") } };
    expect(readers(late, at("09-10", "11:00"))).toEqual([]);
    expect(readers(late, at("09-14"))).toEqual(["designation-due → bureau"]);
  });

  it("is not asked by mail in the last hours before the hearing", () => {
    // Two days after the paper came is the day of the hearing, at 9:00.
    const file = given(summons({ ...OWN, at: at("09-22") }));
    expect(readers(told(file, at("09-23")), at("09-24", "08:40"))).toEqual([]);
  });

  it("is nobody where an agency is sued", () => {
    const [police] = given(summons()).respondents;
    const file = {
      ...given(summons()),
      sent: {},
      respondents: [{ ...police, name: POLICE.name }],
    } as CaseFile;
    expect(readers(file, at("09-08"))).toEqual([]);
    expect(readers(file, at("09-10"))).toEqual([]);
  });
});

describe("an objection", () => {
  const objected = acted(designated, at("09-10", "15:00"), OBJECTION);

  it("is put to government and bureau, each once", () => {
    expect(readers(objected, at("09-10", "15:00"))).toEqual([
      "designation-objection → government",
      "designation-objection → bureau",
    ]);
    expect(readers(told(objected, at("09-10", "15:00")), at("09-11"))).toEqual([]);
    expect(readers(designated, at("09-10", "15:00"))).toEqual([]);
  });

  it.each([
    [true, ["objection-answered → agency"]],
    [false, ["objection-answered → agency", "objection-answered → bureau"]],
  ])(
    "that is answered (kept: %s) is told to the agency, and to the bureau where it must propose another",
    (kept, to) => {
      const asked = told(objected, at("09-10", "15:00"));
      const answered = acted(asked, at("09-11"), { type: "answer-objection", kept, text: "经研究。" });
      const all = letters(answered, at("09-11")).filter(({ kind }) => kind === "objection-answered");
      expect(all.map(({ to: reader, kind }) => `${kind} → ${reader}`)).toEqual(to);
      expect(some(all).every((one) => "kept" in one && one.kept === kept)).toBe(true);
    },
  );
});

describe("an order", () => {
  it("asks for the report with the days to object, of the hearing; of an appeal for neither", () => {
    const order = letters(acted(submitted, at("09-10"), YES), at("09-10"));
    expect(order).toMatchObject([
      { to: "agency", kind: "designation-order", report: { due: "2026-09-14" }, objectUntil: "2026-09-14" },
    ]);
    const asked = then(appealed, at("10-10"), { ...FORM, stage: "appeal" });
    const ordered = acted(asked, at("10-10", "10:00"), { ...YES, stage: "appeal" });
    // A report that nobody has met is open still; it is not this agency's.
    const open = waiting.deadlines.map((one) => ({ ...one, status: "open" as const }));
    const orders = letters({ ...ordered, deadlines: open } as CaseFile, at("10-10", "10:00"));
    expect(orders.map(({ kind }) => kind)).toEqual(["designation-order"]);
    expect(orders[0]).not.toHaveProperty("report");
    expect(orders[0]).not.toHaveProperty("objectUntil");
  });

  it("for the hearing is not withdrawn by one for the appeal", () => {
    const [own] = designated.designations;
    const ofAppeal = { ...own, stage: "appeal", agency: { ...LAND, organisation: "linyi-housing" } };
    const file = { ...appealed, designations: [own, ofAppeal] } as unknown as CaseFile;
    const keys = obligations(file, RULES).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith("designated:"))).toHaveLength(1);
    expect(keys.filter((key) => key.startsWith("withdrawn:"))).toEqual([]);
  });
});

describe("an approval in two steps", () => {
  const OPINION = {
    type: "propose-approval",
    text: "拟同意。",
    head: { name: "周岚", title: "副市长" },
  } as const;
  const inOffice = told(acted(waiting, at("09-09"), FORM, TWO_STEP), at("09-09"));
  const proposed = acted(inOffice, at("09-10"), OPINION, TWO_STEP);

  it("asks the leader by a link of his own, and the office for passing it on", () => {
    expect(letters(proposed, at("09-10"))).toMatchObject([
      { to: "government", kind: "approval-requested", reader: "office", head: { name: "周岚" } },
      { to: "head", kind: "approval-requested", reader: "leader" },
    ]);
  });

  it("that the leader returns is the office's again", () => {
    const asked = told(proposed, at("09-10"));
    const returned = acted(asked, at("09-10", "11:00"), { type: "return-opinion", text: "再议。" }, TWO_STEP);
    expect(letters(returned, at("09-10", "11:00"))).toMatchObject([
      { to: "government", kind: "opinion-returned", remarks: "再议。", by: "王芳" },
    ]);
  });

  it("is reminded of as the leader's step once the office has stated its opinion", () => {
    const [due] = letters(told(proposed, at("09-10")), at("09-11"));
    expect(due).toMatchObject({ kind: "designation-due", waitsFor: "government", step: "leader" });
    expect(letters(submitted, at("09-11"))[0]).not.toHaveProperty("step");
  });

  it("is asked for until the hour of the hearing, and not after it", () => {
    const limits = obligations(proposed, RULES).flatMap(({ key, limit }) =>
      key.startsWith("approval-requested:") ? [limit] : [],
    );
    expect(limits).toEqual([at("09-24", "09:00")]);
  });
});
