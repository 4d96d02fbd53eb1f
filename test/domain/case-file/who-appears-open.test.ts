/** Where several are sued: is it still open whose head appears, and who has said nothing of it (法释〔2020〕3号 §3)? */
import { describe, expect, it } from "vitest";
import {
  contradictoryWords,
  isUnsettledNear,
  jointAppearance,
  unsettledAppearance,
  unsettledKey,
} from "../../../shared/domain/case-file/joint-appearance.ts";
import type { CaseFiling, CaseReport, HeadPlan } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, respondent, summons } from "../../support/case-builders.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const sued = (...respondents: readonly (typeof POLICE)[]) =>
  given(summons({ parties: { plaintiffs: ["陈建"], respondents, thirdParties: [] } }));
const TWO = sued(POLICE, COUNTY);
const THREE = sued(POLICE, COUNTY, TRAFFIC);

const HEAD: HeadPlan = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };
const AWAY: HeadPlan = { appears: false, ground: "accident", explanation: "住院。" };
const word = (respondent: string) => ({ by: "agreed", respondent }) as const;
const leftTo = (name: string): HeadPlan => ({ appears: "co-respondent", joint: word(name) });
const forAll = (name: string): HeadPlan => ({ ...HEAD, joint: word(name) });

const report = (respondent: string, head: HeadPlan, changes: Partial<CaseReport> = {}): CaseReport => ({
  respondent,
  hearing: 1,
  revision: 1,
  at: at("09-09"),
  by: "李明",
  proposal: "",
  head,
  others: [],
  supervision: [],
  ...changes,
});
const filing = (respondent: string, named: string | undefined, when: Instant): CaseFiling => ({
  respondent,
  hearing: 1,
  revision: 1,
  at: when,
  by: "李明",
  result: "judgment-later",
  staff: [],
  ...(named !== undefined && { joint: word(named) }),
});
const saying = (file: CaseFile, ...reports: readonly CaseReport[]): CaseFile => ({ ...file, reports });
const ordered = (
  file: CaseFile,
  ...words: readonly (readonly [when: Instant, ...names: string[]])[]
): CaseFile => ({
  ...file,
  arrangements: words.map(([when, ...respondents]) => ({
    by: "court",
    respondents,
    document: `notice-${when}`,
    at: when,
  })),
});
const silent = (file: CaseFile) => unsettledAppearance(file)?.silent;
const POLICE_SAYS = report(POLICE.name, forAll(POLICE.name));
const COUNTY_AGREES = report(COUNTY.name, leftTo(POLICE.name));
const RETURNED = { returned: { at: at("09-10"), by: "王芳", text: "请重报。" } };

describe("it is open whose head appears", () => {
  it("of one who is sued alone never", () => {
    expect(unsettledAppearance(sued(POLICE))).toBeUndefined();
  });

  it.each<[string, CaseFile, readonly string[]]>([
    ["while nobody has said anything", TWO, [POLICE.name, COUNTY.name]],
    [
      "while one says that its own comes, and the other nothing",
      saying(TWO, report(POLICE.name, HEAD)),
      [COUNTY.name],
    ],
    [
      "where one's head stays away",
      saying(TWO, report(POLICE.name, AWAY), report(COUNTY.name, HEAD)),
      [POLICE.name],
    ],
    [
      "where one's report was returned",
      saying(TWO, report(POLICE.name, HEAD, RETURNED), report(COUNTY.name, HEAD)),
      [POLICE.name],
    ],
    [
      "where one leaves it to another that says its own comes",
      saying(TWO, report(POLICE.name, HEAD), COUNTY_AGREES),
      [],
    ],
    [
      "where the words contradict each other",
      saying(TWO, POLICE_SAYS, report(COUNTY.name, forAll(COUNTY.name))),
      [],
    ],
  ])("%s", (_, file, who) => {
    expect(silent(file)).toEqual(who);
  });

  it("of three by the words of those who gave any", () => {
    const open = unsettledAppearance(saying(THREE, report(COUNTY.name, leftTo(POLICE.name))));
    expect(open?.silent).toEqual([POLICE.name, TRAFFIC.name]);
    expect(open?.words.map(({ saidBy, respondents }) => [saidBy, ...respondents])).toEqual([
      [COUNTY.name, POLICE.name],
    ]);
  });

  it("a word that names nobody sued here is none", () => {
    const stranger = saying(TWO, report(POLICE.name, leftTo("沂水县公安局")), report(COUNTY.name, HEAD));
    expect(unsettledAppearance(stranger)).toEqual({ words: [], silent: [POLICE.name] });
  });
});

describe("it is settled", () => {
  it.each<[string, CaseFile]>([
    ["where all heads come", saying(TWO, report(POLICE.name, HEAD), report(COUNTY.name, HEAD))],
    ["where the one and the other name the same", saying(TWO, POLICE_SAYS, COUNTY_AGREES)],
    ["where one says that its own comes for all", saying(TWO, POLICE_SAYS)],
    ["by the court's word", ordered(TWO, [at("09-09"), COUNTY.name])],
  ])("%s", (_, file) => {
    expect(unsettledAppearance(file)).toBeUndefined();
  });

  it("by the newest word of the court, in whatever order its papers are noted", () => {
    const words = [
      [at("09-10"), COUNTY.name],
      [at("09-09"), POLICE.name],
    ] as const;
    for (const order of [words, words.toReversed()])
      expect(jointAppearance(ordered(TWO, ...order))?.respondents).toEqual([COUNTY.name]);
  });

  it("by no word that names all of them, or none: who all appear are not chosen", () => {
    expect(jointAppearance(ordered(TWO, [at("09-09"), POLICE.name, COUNTY.name]))).toBeUndefined();
    expect(jointAppearance(ordered(TWO, [at("09-09"), TRAFFIC.name]))).toBeUndefined();
    expect(jointAppearance(ordered(THREE, [at("09-09"), POLICE.name, COUNTY.name]))?.by).toBe("court");
  });

  it("of nobody where only one is sued", () => {
    expect(jointAppearance(ordered(sued(POLICE), [at("09-09"), POLICE.name]))).toBeUndefined();
  });
});

describe("a respondent's newest word counts", () => {
  const words = (file: CaseFile) =>
    contradictoryWords(file).map(({ saidBy, respondents }) => `${saidBy}: ${respondents.join()}`);
  const agreed = saying(TWO, POLICE_SAYS, COUNTY_AGREES);

  it("of its filing after its report, and of another's filing nothing", () => {
    const changed = { ...agreed, filings: [filing(COUNTY.name, COUNTY.name, at("09-25"))] };
    expect(words(changed)).toEqual([`${POLICE.name}: ${POLICE.name}`, `${COUNTY.name}: ${COUNTY.name}`]);
    expect(words({ ...agreed, filings: [filing(TRAFFIC.name, COUNTY.name, at("09-25"))] })).toEqual([]);
    expect(words({ ...agreed, filings: [filing(COUNTY.name, undefined, at("09-25"))] })).toEqual([]);
  });

  it("of a report made anew after the filing", () => {
    const later = saying(TWO, POLICE_SAYS, { ...COUNTY_AGREES, at: at("09-26") });
    expect(words({ ...later, filings: [filing(COUNTY.name, COUNTY.name, at("09-25"))] })).toEqual([]);
  });

  it("not that of a report that was returned", () => {
    expect(words(saying(TWO, POLICE_SAYS, report(COUNTY.name, forAll(COUNTY.name), RETURNED)))).toEqual([]);
  });

  it("where it is about somebody sued here, and while no court decides", () => {
    const strange = saying(TWO, POLICE_SAYS, report(COUNTY.name, leftTo("沂水县公安局")));
    expect(words(strange)).toEqual([]);
    expect(jointAppearance(strange)).toEqual({ by: "agreed", respondents: [POLICE.name] });
    const contradicting = saying(TWO, POLICE_SAYS, report(COUNTY.name, forAll(COUNTY.name)));
    expect(words(contradicting)).toHaveLength(2);
    expect(words(ordered(contradicting, [at("09-10"), COUNTY.name]))).toEqual([]);
  });

  it("about another that two name: they agree, though the one named says nothing", () => {
    const file = saying(
      THREE,
      report(COUNTY.name, leftTo(POLICE.name)),
      report(TRAFFIC.name, leftTo(POLICE.name)),
    );
    expect(jointAppearance(file)).toEqual({ by: "agreed", respondents: [POLICE.name] });
  });
});

describe("it is open still near the hearing", () => {
  const informed = (file: CaseFile): CaseFile => ({
    ...file,
    sent: { ...file.sent, [unsettledKey({ ordinal: 1 })]: at("09-21") },
  });
  it("after bureau and court were informed, and nobody has said anything since", () => {
    expect(isUnsettledNear(TWO)).toBe(false);
    expect(isUnsettledNear(informed(TWO))).toBe(true);
    expect(isUnsettledNear(informed(saying(TWO, POLICE_SAYS)))).toBe(false);
    expect(isUnsettledNear({ ...informed(TWO), state: "postponed" } as CaseFile)).toBe(false);
  });
});
