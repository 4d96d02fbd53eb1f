/** A case from its judgment to its performance: what papers say, what people decide, and which duties and letters follow. */
import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { basisOf, type DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { rulingBelow, standingOf } from "../../../shared/domain/case-file/judgment.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrderedAct } from "../../../shared/domain/judgment/ordered-act.ts";
import { dutyEvents } from "../../../shared/domain/obligations/case-duties.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { civilDate, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  CITY,
  eventsOf,
  given,
  owed,
  POLICE,
  RULES,
  record,
  summons,
  told,
} from "../../support/case-builders.ts";

const REDO: OrderedAct = {
  item: 1,
  act: "redo",
  words: "责令被告于本判决生效之日起六十日内重新作出行政行为",
  respondents: [],
  term: { type: "period", count: 60, unit: "days", from: "effect" },
};

const judgment = (changes: Partial<FileDocument> = {}): FileDocument => ({
  ...record(),
  at: at("10-12"),
  sha256: "judgment-1",
  kind: "judgment",
  issuedOn: civilDate("2026-10-09"),
  attendance: [],
  result: { outcome: "lost", heard: true },
  ruling: { form: "judgment", ordered: [REDO] },
  ...changes,
});
const receipt = (
  recipients: Readonly<Record<string, string>>,
  changes: Partial<FileDocument> = {},
): FileDocument => ({
  ...judgment(),
  at: at("10-20"),
  sha256: `receipt-${Object.keys(recipients).join()}`,
  kind: "service-receipt",
  parties: { plaintiffs: [], respondents: [], thirdParties: [] },
  service: {
    form: "judgment",
    recipients: Object.entries(recipients).map(([name, on]) => ({ name, on: civilDate(on) })),
  },
  ...changes,
});
const enforcement = (changes: Partial<FileDocument> = {}): FileDocument => ({
  ...judgment(),
  at: at("12-21"),
  sha256: "enforcement-1",
  kind: "enforcement-notice",
  parties: { plaintiffs: ["陈建"], respondents: [POLICE], thirdParties: [] },
  enforcement: { number: "（2026）鲁1321执9号", debtors: [POLICE.name], withinDays: 10 },
  ...changes,
});

const heard = () => given(summons(), record());
const then = (
  file: CaseFile,
  ...commands: readonly (Parameters<typeof eventsOf>[1] & { readonly at: Instant })[]
) =>
  commands.reduce(
    (known, command) => told(evolveAll(known, eventsOf(known, command)) ?? known, command.at),
    file,
  );
/** Both served: the agency on 10-13, the plaintiff on 10-15; nobody can appeal after 10-30. */
const served = () => then(heard(), judgment(), receipt({ [POLICE.name]: "2026-10-13", 陈建: "2026-10-15" }));

type Said = { readonly type: DeskCommand["type"] } & Record<string, unknown>;
function says(file: CaseFile, when: Instant, said: Said, respondent = POLICE.name) {
  const command = { at: when, by: "李明", respondent, basis: basisOf(file, respondent), ...said };
  return decide(file, command as unknown as DeskCommand, RULES);
}
function acted(file: CaseFile, when: Instant, said: Said, respondent = POLICE.name): CaseFile {
  const decision = says(file, when, said, respondent);
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return told(evolveAll(file, decision.events) ?? file, when);
}
const refusalOf = (file: CaseFile, when: Instant, said: Said) => {
  const decision = says(file, when, said);
  return decision.accepted ? undefined : decision.refusal.type;
};

const ACCEPT = {
  type: "choose-appeal",
  choice: "accept",
  reason: "判决正确。",
  leader: "王建国，局长",
} as const;
const confirm = (acts: readonly OrderedAct[] = [REDO]) =>
  ({ type: "confirm-orders", acts, office: "agency" }) as const;
const perform = {
  type: "file-performance",
  item: 1,
  on: civilDate("2026-12-01"),
  what: "重新作出决定。",
} as const;

/** The duties as they stand at an instant. */
function duties(
  file: CaseFile,
  now: Instant,
  kinds: readonly string[] = ["appeal", "performance"],
): readonly string[] {
  const later = evolveAll(file, dutyEvents(file, now, RULES)) ?? file;
  return later.duties
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, deadline, status }) => `${kind} ${deadline.due} ${status}`);
}
const performances = (file: CaseFile, now: Instant) => duties(file, now, ["performance"]);
const keysDue = (file: CaseFile, now: Instant) => obligationsDue(file, now, RULES).map(({ key }) => key);
const standing = (file: CaseFile, now: Instant) => standingOf(file, civilDateAt(now), RULES.calendar);

describe("papers about a judgment", () => {
  it("give it, with what it orders, and its services, in whatever order they come", () => {
    const one = served();
    const other = then(heard(), receipt({ [POLICE.name]: "2026-10-13", 陈建: "2026-10-15" }), judgment());
    expect(one.judgment).toEqual(other.judgment);
    expect(one.judgment).toMatchObject({ given: { document: "judgment-1", ordered: [REDO] } });
    expect(standing(one, at("10-30"))).toMatchObject({ state: "appealable", until: { due: "2026-10-30" } });
    expect(standing(one, at("10-31"))).toMatchObject({ state: "effective", on: "2026-10-31" });
  });

  /** 驳回起诉, which can be appealed within ten days, after a ruling on the jurisdiction. */
  const refused = judgment({
    ruling: { form: "ruling", ordered: [] },
    result: { outcome: "won", heard: true },
  });
  const ofRuling = (on: string, sha256: string) => {
    const recipients = [POLICE.name, "陈建"].map((name) => ({ name, on: civilDate(on) }));
    return receipt({}, { sha256, service: { form: "ruling", recipients } });
  };
  const earlier = ofRuling("2026-08-20", "receipt-of-jurisdiction");
  const own = ofRuling("2026-10-13", "receipt-of-ruling");

  it("of service tell nothing of a ruling issued after it", () => {
    const file = then(heard(), earlier, refused);
    const unknown = { state: "service-unknown", parties: ["陈建", POLICE.name] };
    expect(standing(file, at("10-30"))).toEqual(unknown);
    const judged = then(heard(), ofRuling("2026-10-13", "receipt-of-another"), judgment());
    expect(standing(judged, at("10-30"))).toEqual(unknown);
  });

  it.each([
    ["before", [earlier, refused, own]],
    ["after", [refused, own, earlier]],
    ["between", [own, earlier, refused]],
  ])("of the ruling's own service hold, with a receipt of an earlier ruling %s it", (_, papers) => {
    const file = then(heard(), ...papers);
    expect(standing(file, at("10-23"))).toMatchObject({ state: "appealable", until: { due: "2026-10-23" } });
    expect(standing(file, at("10-24"))).toMatchObject({ state: "effective", on: "2026-10-24" });
  });

  it("of service give way to the day that the court states, and leave no other", () => {
    const note = { type: "note-judgment", source: "court", performed: [], refused: [], text: "" } as const;
    const services = [POLICE.name, "陈建"].map((party) => ({ party, on: civilDate("2026-10-12") }));
    const file = acted(then(heard(), refused, own), at("10-20"), { ...note, services });
    expect(standing(file, at("10-22"))).toMatchObject({ state: "appealable", until: { due: "2026-10-22" } });
  });

  it("of service take nobody who is no party, and open no case", () => {
    const file = then(heard(), judgment(), receipt({ 王五: "2026-10-13" }));
    expect(file.judgment?.services).toEqual([]);
    expect(file.documents.at(-1)?.kind).toBe("service-receipt");
    expect(decide(undefined, receipt({ 陈建: "2026-10-13" }), RULES)).toMatchObject({
      accepted: false,
      refusal: { type: "case-unknown" },
    });
  });

  it("of an interim ruling, or a bureau's copy, give none", () => {
    const halted = judgment({
      result: { outcome: "suspended", heard: undefined },
      ruling: { form: "ruling", ordered: [] },
    });
    expect(then(heard(), halted).judgment).toBeUndefined();
    expect(then(heard(), judgment({ copy: true })).judgment).toBeUndefined();
  });

  it("that appeal name who does, and stop it taking effect for both sides", () => {
    const appeal: FileDocument = {
      ...summons(),
      at: at("10-28"),
      sha256: "appeal-1",
      kind: "appeal",
      appellants: ["陈建"],
    };
    const { hearing: _, ...rest } = appeal;
    const file = then(served(), rest);
    expect(file.judgment?.appellants).toEqual(["陈建"]);
    expect(standing(file, at("12-01"))).toEqual({ state: "appealed" });
    // Somebody else's appeal against the same judgment moves no day.
    const other = { ...rest, at: at("10-29"), sha256: "appeal-2", appellants: ["沂南县公安局"] } as const;
    expect([then(file, other).appealedOn, file.appealedOn]).toEqual(["2026-10-28", "2026-10-28"]);
    expect(duties(file, at("10-28"))).toEqual(["appeal 2026-10-23 open"]);
    expect(duties(file, at("11-02"))).toEqual(["appeal 2026-10-23 cancelled"]);
  });

  it("of the second instance end the waiting, carry the day over, or take its place", () => {
    const ruled = (result: "upheld" | "remanded" | "appeal-withdrawn", effectiveOn?: string) =>
      then(
        served(),
        {
          type: "link-appeal",
          at: at("11-10"),
          appeal: caseNumber("（2026）鲁13行终5号"),
        },
        {
          type: "note-higher-ruling",
          at: at("12-20"),
          ruling: {
            number: caseNumber("（2026）鲁13行终5号"),
            result,
            ...(effectiveOn && { effectiveOn: civilDate(effectiveOn) }),
          },
        },
      );
    expect(standing(ruled("upheld"), at("12-21"))).toMatchObject({ state: "service-unknown" });
    expect(standing(ruled("upheld", "2026-12-18"), at("12-21"))).toMatchObject({ on: "2026-12-18" });
    expect(standing(ruled("appeal-withdrawn", "2026-12-18"), at("12-21"))).toMatchObject({
      on: "2026-12-18",
      ground: "appeal-withdrawn",
    });
    const remanded = acted(ruled("upheld", "2026-12-18"), at("12-21"), confirm());
    const back = then(remanded, {
      type: "note-higher-ruling",
      at: at("12-22"),
      ruling: { number: caseNumber("（2026）鲁13行再2号"), result: "remanded" },
    });
    expect(performances(remanded, at("12-21"))).toEqual(["performance 2027-02-16 open"]);
    expect(performances(back, at("12-22"))).toEqual(["performance 2027-02-16 cancelled"]);
  });

  it("of the second instance say to the first what became of it, once they are served", () => {
    const second = summons({ caseNumber: caseNumber("（2026）鲁13行终5号"), sha256: "second-summons" });
    const origin = caseNumber("（2026）鲁1321行初23号");
    const parties = { ...second.parties, originCaseNumber: origin };
    const number = { caseNumber: second.caseNumber, parties };
    const file = then(
      given({ ...second, parties }),
      judgment({ ...number, ruling: { form: "judgment", ordered: [], onLower: "upheld" } }),
    );
    const today = civilDate("2026-12-01");
    expect(rulingBelow(file, today, RULES.calendar)).toEqual({ number: second.caseNumber, result: "upheld" });
    const known = then(
      file,
      receipt({ [POLICE.name]: "2026-10-13", 陈建: "2026-10-15" }, { caseNumber: second.caseNumber }),
    );
    expect(rulingBelow(known, today, RULES.calendar)).toMatchObject({ effectiveOn: "2026-10-15" });
  });
});

describe("the decision whether to appeal", () => {
  it("is owed by whoever has lost, five days before its period ends, on a working day", () => {
    expect(duties(served(), at("10-20"))).toEqual(["appeal 2026-10-23 open"]);
    const won = then(
      heard(),
      judgment({ result: { outcome: "won", heard: true }, ruling: { form: "judgment", ordered: [] } }),
      receipt({ [POLICE.name]: "2026-10-13" }),
    );
    expect(duties(won, at("10-20"))).toEqual([]);
  });

  it("is asked about where nobody knows since when the agency has the judgment, and never invented", () => {
    const file = given(summons(), record(), judgment());
    expect(duties(file, at("10-20"))).toEqual([]);
    expect(owed(then(heard()), at("10-12"))).not.toContain("judgment-service-asked → legal-section");
    expect(Object.keys(file.sent).some((key) => key.startsWith("judgment-service:judgment-1"))).toBe(true);
    const said = acted(file, at("10-14"), { ...ACCEPT, servedOn: civilDate("2026-10-13") });
    expect(said.judgment?.services).toMatchObject([
      { party: POLICE.name, on: "2026-10-13", source: "agency" },
    ]);
    expect(duties(said, at("10-14"))).toEqual(["appeal 2026-10-23 met"]);
  });

  it("is met by the form, and corrected by another until the period is over", () => {
    const chosen = acted(served(), at("10-21"), ACCEPT);
    expect(duties(chosen, at("10-21"))).toEqual(["appeal 2026-10-23 met"]);
    const again = acted(chosen, at("10-22"), { ...ACCEPT, choice: "appeal" });
    expect(again.judgment?.choices).toMatchObject([{ choice: "appeal", revision: 2 }]);
    expect(refusalOf(again, at("10-29"), ACCEPT)).toBe("appeal-period-over");
  });

  it("of a government waits for its approval, and is owed again where that is refused", () => {
    const parties = { plaintiffs: ["陈建"], respondents: [CITY], thirdParties: [] };
    const file = then(
      given(summons({ parties })),
      judgment({ parties, result: { outcome: "lost", heard: true } }),
      receipt({ [CITY.name]: "2026-10-13" }),
    );
    const chosen = acted(file, at("10-20"), ACCEPT, CITY.name);
    expect(duties(chosen, at("10-20"))).toEqual(["appeal 2026-10-23 open"]);
    const answer = (approved: boolean) =>
      acted(chosen, at("10-21"), { type: "approve-appeal", approved, text: "再研究" }, CITY.name);
    expect(duties(answer(true), at("10-21"))).toEqual(["appeal 2026-10-23 met"]);
    expect(duties(answer(false), at("10-21"))).toEqual(["appeal 2026-10-23 open"]);
    expect(Object.keys(chosen.sent)).toContain(`appeal-approval:1:${CITY.name}`);
    expect(Object.keys(answer(false).sent)).toContain(`appeal-answered:1:${CITY.name}`);
  });

  it("is nobody's where there is no judgment", () => {
    expect(refusalOf(heard(), at("10-21"), ACCEPT)).toBe("no-judgment");
  });
});

describe("what a judgment orders", () => {
  const effective = () => told(served(), at("11-02"));

  it("is put to the agency once it holds, and chased by nobody before a person has confirmed it", () => {
    const file = served();
    expect(keysDue(file, at("10-30")).filter((key) => key.startsWith("orders:"))).toEqual([]);
    expect(keysDue(file, at("11-02"))).toContain(`orders:judgment-1:${POLICE.name}`);
    expect(performances(file, at("12-31"))).toEqual([]);
  });

  it("is due sixty days from its effect once confirmed, before the judgment holds as after", () => {
    expect(performances(acted(effective(), at("11-03"), confirm()), at("11-03"))).toEqual([
      "performance 2026-12-30 open",
    ]);
    const early = acted(served(), at("10-21"), confirm());
    expect(performances(early, at("10-30"))).toEqual([]);
    expect(performances(early, at("11-02"))).toEqual(["performance 2026-12-30 open"]);
  });

  it("follows a correction: another term, an act struck out, an act without a term", () => {
    const file = acted(effective(), at("11-03"), confirm());
    const thirty = { ...REDO, term: { type: "period", count: 30, unit: "days", from: "effect" } } as const;
    const { term: _, ...open } = REDO;
    const corrected = (acts: readonly OrderedAct[]) =>
      performances(acted(file, at("11-04"), confirm(acts)), at("11-04"));
    expect(corrected([thirty])).toEqual(["performance 2026-11-30 open"]);
    expect(corrected([])).toEqual(["performance 2026-12-30 cancelled"]);
    expect(corrected([open])).toEqual(["performance 2026-12-30 cancelled"]);
  });

  it("is performed by the agency's filing, by the court's word, and isn't where the court says so", () => {
    const file = acted(effective(), at("11-03"), confirm());
    const filed = acted(file, at("12-02"), perform);
    expect(performances(filed, at("12-02"))).toEqual(["performance 2026-12-30 met"]);
    const note = {
      type: "note-judgment",
      source: "court",
      services: [],
      performed: [],
      refused: [],
      text: "",
    };
    const refused = acted(filed, at("12-03"), {
      ...note,
      refused: [{ item: 1, respondent: POLICE.name }],
      text: "未送达",
    } as Said);
    expect(performances(refused, at("12-03"))).toEqual(["performance 2026-12-30 open"]);
    const ticked = acted(file, at("12-03"), {
      ...note,
      performed: [{ item: 1, respondent: POLICE.name, on: civilDate("2026-12-01") }],
    } as Said);
    expect(performances(ticked, at("12-03"))).toEqual(["performance 2026-12-30 met"]);
    expect(refusalOf(ticked, at("12-04"), perform)).toBe("performed-already");
    expect(refusalOf(file, at("12-04"), note as Said)).toBe("nothing-noted");
    expect(refusalOf(file, at("12-04"), { ...perform, item: 2 })).toBe("no-such-order");
  });

  it("isn't chased while enforcement is stayed", () => {
    const file = acted(effective(), at("11-03"), confirm());
    const note = (stayed: boolean) =>
      ({
        type: "note-judgment",
        source: "court",
        services: [],
        performed: [],
        refused: [],
        text: "",
        stayed,
      }) as Said;
    const stayed = acted(file, at("11-10"), note(true));
    expect(performances(stayed, at("11-10"))).toEqual(["performance 2026-12-30 cancelled"]);
    expect(performances(acted(stayed, at("11-20"), note(false)), at("11-20"))).toEqual([
      "performance 2026-12-30 open",
    ]);
  });

  it("is enforced: agency, head and bureau hear of it at once, at whatever step it was", () => {
    const raw = evolveAll(effective(), eventsOf(effective(), enforcement())) ?? expect.fail();
    expect(raw.judgment?.enforcements).toMatchObject([
      { number: "（2026）鲁1321执9号", respondents: [POLICE.name], due: "2026-12-31" },
    ]);
    // Ten days from Wednesday the 16th end on a Saturday.
    const weekend = evolveAll(effective(), eventsOf(effective(), enforcement({ at: at("12-16") })));
    expect(weekend?.judgment?.enforcements).toMatchObject([{ due: "2026-12-28" }]);
    expect(owed(raw, at("12-21")).filter((line) => line.startsWith("enforcement-begun"))).toEqual([
      "enforcement-begun → legal-section",
      "enforcement-begun → head",
      "enforcement-begun → bureau",
    ]);
  });

  it("by a mediation paper holds from its service, without any appeal", () => {
    const paid: OrderedAct = {
      item: 1,
      act: "pay",
      words: "被告于2026年12月31日前支付原告补偿款三万元",
      respondents: [],
      term: { type: "day", day: civilDate("2026-12-31") },
      yuan: 30_000,
    };
    const file = then(
      heard(),
      judgment({
        result: { outcome: "settled", heard: true },
        ruling: { form: "mediation", ordered: [paid] },
      }),
      receipt(
        { [POLICE.name]: "2026-10-13", 陈建: "2026-10-13" },
        {
          service: {
            form: "mediation",
            recipients: [POLICE.name, "陈建"].map((name) => ({ name, on: civilDate("2026-10-13") })),
          },
        },
      ),
    );
    expect(standing(file, at("10-21"))).toMatchObject({ on: "2026-10-13", ground: "mediation" });
    expect(performances(acted(file, at("10-21"), confirm([paid])), at("10-21"))).toEqual([
      "performance 2026-12-31 open",
    ]);
  });
});
