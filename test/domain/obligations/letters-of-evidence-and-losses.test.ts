/** Who reads of an application for more time for the evidence (延期举证), and of a report on a lost case (败诉案件报告), and of what came of it? */
import { describe, expect, it } from "vitest";
import type { CaseFile, Respondent } from "../../../shared/domain/case-file/state.ts";
import { defenceLadder } from "../../../shared/domain/obligations/defence-ladder.ts";
import { lossLadder } from "../../../shared/domain/obligations/loss-ladder.ts";
import type { Obligation } from "../../../shared/domain/obligations/obligation.ts";
import { civilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, respondent, summons } from "../../support/case-builders.ts";

const WATER = respondent("沂南县水利局", "yinan-water");
const parties = { plaintiffs: ["陈建"], respondents: [POLICE, WATER], thirdParties: [] };
const waiting = given(summons({ parties }));

const letters = (steps: readonly Obligation[]) =>
  steps.flatMap(({ key, notices }) =>
    notices(civilDateAt(at("09-10"))).map(({ audience, content }) => ({
      key,
      to: audience.part === "respondent" ? `${audience.role} of ${audience.name}` : audience.part,
      ...content,
    })),
  );

describe("more time for the evidence", () => {
  const evidence = (name: string, due: string, kind = "evidence") =>
    ({ kind, respondent: name, deadline: { due: civilDate(due) } }) as CaseFile["duties"][number];
  const asked = { respondent: POLICE.name, reason: "证据在外省调取。", by: "李明" };
  const file = (...extensions: object[]): CaseFile =>
    ({
      ...waiting,
      duties: [
        evidence(POLICE.name, "2026-09-20", "appeal"),
        evidence(WATER.name, "2026-09-21"),
        evidence(POLICE.name, "2026-09-23"),
      ],
      defence: { extensions },
    }) as unknown as CaseFile;
  const read = (one: CaseFile, of: Respondent = POLICE) => letters(defenceLadder(one, of));

  it("is asked of the court, with the day on which this agency's evidence is due", () => {
    expect(read(file(asked))).toMatchObject([
      {
        key: `extension:1:${POLICE.name}`,
        to: "court",
        kind: "extension-asked",
        reason: "证据在外省调取。",
        by: "李明",
        deadline: { due: "2026-09-23" },
      },
    ]);
    expect(read(file(asked), WATER)).toEqual([]);
    expect(read(file())).toEqual([]);
  });

  it("is answered to the agency by the court, until when; whoever entered the answer himself knows it", () => {
    const answer = { side: "court", by: "赵敬", until: civilDate("2026-09-30") };
    expect(read(file({ ...asked, answer }))).toMatchObject([
      {
        key: `extension-answered:1:${POLICE.name}`,
        to: `legal-section of ${POLICE.name}`,
        kind: "extension-answered",
        by: "赵敬",
        until: "2026-09-30",
      },
    ]);
    const { until: _, ...refused } = answer;
    expect(read(file({ ...asked, answer: refused }))[0]).not.toHaveProperty("until");
    expect(read(file({ ...asked, answer: { ...answer, side: "agency" } }))).toEqual([]);
  });

  it("asked once more is another letter", () => {
    const refused = { ...asked, answer: { side: "court", by: "赵敬" } };
    expect(read(file(refused, asked)).map(({ key }) => key)).toEqual([
      `extension-answered:1:${POLICE.name}`,
      `extension:2:${POLICE.name}`,
    ]);
  });

  it("is no matter where no evidence is owed, or nobody asked", () => {
    expect(read({ ...file(asked), duties: [] })).toEqual([]);
    expect(read(waiting)).toEqual([]);
  });
});

describe("a report on a lost case", () => {
  const report = { respondent: POLICE.name, revision: 2, by: "李明", at: at("12-01"), causes: ["procedure"] };
  const file = (...losses: object[]) => ({ ...waiting, losses }) as unknown as CaseFile;
  const read = (one: CaseFile, of: Respondent = POLICE) => letters(lossLadder(one, of));

  it("is put to its bureau while nobody has judged it", () => {
    expect(read(file(report))).toMatchObject([
      {
        key: `loss-reported:2:${POLICE.name}`,
        to: "bureau",
        kind: "loss-reported",
        revision: 2,
        report: { by: "李明", causes: ["procedure"] },
      },
    ]);
    expect(read(file(report), WATER)).toEqual([]);
  });

  it("is judged to its agency: accepted, or returned with the day by which another is due", () => {
    const verdict = { accepted: false, by: "王芳", text: "请补充责任人。", due: civilDate("2026-12-10") };
    expect(read(file({ ...report, verdict }))).toMatchObject([
      {
        key: `loss-judged:2:${POLICE.name}`,
        to: `legal-section of ${POLICE.name}`,
        kind: "loss-judged",
        accepted: false,
        by: "王芳",
        due: "2026-12-10",
      },
    ]);
    const { due: _, ...accepted } = { ...verdict, accepted: true };
    const [letter] = read(file({ ...report, verdict: accepted }));
    expect(letter).toMatchObject({ accepted: true });
    expect(letter).not.toHaveProperty("due");
  });
});
