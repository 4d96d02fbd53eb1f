/** Which letters are void once an act is taken back, or a case is none; and who hears that? */
import { describe, expect, it } from "vitest";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile, VoidedLetters } from "../../../shared/domain/case-file/state.ts";
import { allLetters, voidedLetters } from "../../../shared/domain/obligations/voided-letters.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  CITY,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const LAND = { organisation: "linyi-land", name: "临沂市自然资源和规划局" };
const sued = (...respondents: readonly (typeof POLICE)[]) => ({
  parties: { plaintiffs: ["陈建"], respondents, thirdParties: [] },
});

/** Each reader with the days on which the letters left that are void, and what they were about. */
const lines = (voided: readonly VoidedLetters[]) =>
  voided.map(({ to, letters }) => {
    const reader =
      to.part === "agency"
        ? to.organisation
        : to.part === "respondent"
          ? `${to.name} ${to.role}`
          : `${to.part} ${"name" in to ? to.name : ""}`;
    return `${reader}: ${letters.map(({ key, at: left }) => `${left.slice(5, 10)} ${key.replace(/:[^:|]*(?=$|\|)/u, "")}`).join(", ")}`;
  });
const without = (before: CaseFile, after: CaseFile) => lines(voidedLetters(before, after, RULES));

/** A case as sweeps of these mornings leave it. */
const onMornings = (file: CaseFile, ...days: readonly string[]) =>
  days.reduce((known, day) => told(known, at(day)), file);

const { hearing: _, ...rest } = summons();
const accepted = { ...rest, sha256: "notice-1", kind: "response-notice" } as const;
const summoned = given(summons());
/** The same hearing, moved to Monday 2026-09-28 by a summons of the next day. */
const moved = given(
  summons(),
  summons({
    sha256: "summons-2",
    at: at("09-10"),
    issuedOn: civilDate("2026-09-09"),
    hearing: { date: civilDate("2026-09-28") },
  }),
);
const identityUnknown = (file: CaseFile): CaseFile => ({ ...file, respondents: [{ name: POLICE.name }] });

describe("a summons that is taken back", () => {
  it("leaves its agency and head with a hearing that isn't: both hear so", () => {
    const before = given(accepted, summons({ at: at("09-09") }));
    expect(without(before, given(accepted))).toEqual([
      "沂南县公安局 legal-section: 09-09 hearing:1.0",
      "沂南县公安局 head: 09-09 hearing:1.0",
    ]);
  });

  it("tells nobody who was told nothing: letters that never left aren't void", () => {
    expect(without({ ...summoned, sent: {} }, given(accepted))).toEqual([]);
  });

  it("tells the bureau only where it was told: what has become urgent since went to the agency alone", () => {
    const longBefore = given(accepted, summons({ at: at("09-09") }));
    const shortBefore = given(accepted, summons({ at: at("09-22") }));
    const readers = (file: CaseFile) => without(file, given(accepted)).map((line) => line.split(" ")[0]);
    expect(readers(onMornings(longBefore, "09-23"))).not.toContain("bureau");
    expect(readers(shortBefore)).toContain("bureau");
  });

  it("and had moved a hearing says nothing is void of it: that it is moved back is a letter of its own", () => {
    expect(without(moved, summoned)).toEqual([]);
  });

  it("and had moved a hearing tells an agency that nobody knows any more, which hears of no move", () => {
    expect(without(moved, identityUnknown(summoned))).toEqual([
      "yinan-police: 09-10 hearing:2.2",
      "沂南县公安局 head: 09-10 hearing:2.2",
    ]);
  });

  it("that only a reminder followed takes the reminder with it, whoever of its readers had it", () => {
    const reminded = onMornings(given(accepted, summons({ at: at("09-09") })), "09-21", "09-23");
    const part = (file: CaseFile, key: string, reader: string): CaseFile => {
      const { [key]: left, ...sent } = file.sent;
      return { ...file, sent: { ...sent, [`${key}|${reader}`]: left as Instant } };
    };
    const toHead = part(reminded, `reminder:1:1:${POLICE.name}`, "head");
    expect(without(toHead, given(accepted)).map((line) => line.replace(/, \d\d-\d\d report.*/u, ""))).toEqual(
      [
        "沂南县公安局 legal-section: 09-09 hearing:1.0, 09-21 reminder:1:3",
        "沂南县公安局 head: 09-09 hearing:1.0, 09-23 reminder:1:1|head",
      ],
    );
  });
});

describe("a respondent that is none", () => {
  const both = given(summons(sued(POLICE, TRAFFIC)));
  it("hears so itself, once: nobody can ask the case any more who its head is", () => {
    expect(without(both, { ...both, respondents: [POLICE] })).toEqual(["yinan-traffic: 09-08 hearing:1.0"]);
  });

  it("leaves the other's letters as they are", () => {
    expect(without(both, { ...both, respondents: [TRAFFIC] })).toEqual(["yinan-police: 09-08 hearing:1.0"]);
  });
});

describe("a government that is sued", () => {
  const { name } = CITY;
  const waiting = given(summons(sued(CITY)));
  const acted = (file: CaseFile, when: Instant, said: object) => {
    const command = {
      at: when,
      by: "王芳",
      respondent: name,
      basis: basisOf(file, name),
      stage: "instance",
      ...said,
    };
    const decision = decideAtDesk(file, command as DeskCommand, RULES);
    if (!decision.accepted) throw new Error(decision.refusal.type);
    return told(evolveAll(file, decision.events) ?? file, when);
  };
  const submitted = acted(waiting, at("09-09"), {
    type: "submit-handling-form",
    form: { summary: "不服征收补偿决定。", proposal: "请求驳回。", agency: LAND },
  });
  const designated = acted(submitted, at("09-10"), {
    type: "answer-handling-form",
    approved: true,
    text: "",
  });
  const policeInstead: CaseFile = { ...waiting, respondents: [POLICE] };

  it("hears by its own seat of a form that is taken back, while it is sued", () => {
    expect(without(submitted, waiting)).toEqual([`government ${name}: 09-09 form-submitted:instance:1`]);
  });

  it("hears as the organisation it is where it isn't sued at all, with the letters about the hearing", () => {
    expect(without(submitted, policeInstead)).toEqual([
      `bureau ${name}: 09-08 form:summons`,
      "linyi-government: 09-09 form-submitted:instance:1, 09-08 hearing:1.0",
    ]);
  });

  it("whose approval is taken back leaves the agency it had designated with a void order", () => {
    expect(without(designated, submitted)).toEqual(["linyi-land: 09-10 designated:instance:1"]);
  });

  it("and had designated an agency for a case that is none leaves that agency to be told", () => {
    expect(lines(allLetters(designated, RULES))).toEqual([
      `bureau ${name}: 09-08 form:summons`,
      "linyi-land: 09-10 designated:instance:1, 09-08 hearing:1.0",
      `${name} head: 09-08 hearing:1.0`,
    ]);
  });
});

describe("a case that is none", () => {
  it("had a hearing set: its agency and its head hear that there is none", () => {
    expect(lines(allLetters(summoned, RULES))).toEqual([
      "沂南县公安局 legal-section: 09-08 hearing:1.0",
      "沂南县公安局 head: 09-08 hearing:1.0",
    ]);
  });

  it("with several respondents tells each of its own letters", () => {
    const both = given(summons(sued(POLICE, TRAFFIC)));
    expect(lines(allLetters(both, RULES)).filter((line) => line.includes("legal-section"))).toEqual([
      "沂南县公安局 legal-section: 09-08 hearing:1.0",
      "沂南县交通运输局 legal-section: 09-08 hearing:1.0",
    ]);
  });

  it("names to its agency in one letter what it owes still and, in the order they left, what it was sent before", () => {
    const chased = onMornings(summoned, "09-10", "09-14", "09-15", "09-21", "09-23");
    const heard = given(summons(), record());
    const late = `filing:1:0:${POLICE.name}`;
    const file = { ...heard, sent: { [late]: at("09-28"), ...chased.sent, "filing:1:0:他": at("09-28") } };
    expect(lines(allLetters(file, RULES))).toEqual([
      `${POLICE.name} legal-section: 09-10 report:1:-1, 09-15 report:1:3, 09-28 filing:1:0, 09-08 hearing:1.0, 09-21 reminder:1:3, 09-23 reminder:1:1`,
    ]);
  });

  it("says nothing where nothing was sent", () => {
    expect(allLetters({ ...summoned, sent: {} }, RULES)).toEqual([]);
  });
});
