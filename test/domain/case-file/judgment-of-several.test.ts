/** Several agencies are sued and the judgment speaks against one of them: nobody is asked, chased or named for what another lost. */
import { describe, expect, it } from "vitest";

import { boardRows } from "../../../shared/domain/board/board-row.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { boundBy, debtorsOf } from "../../../shared/domain/case-file/judgment.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { OrderedAct } from "../../../shared/domain/judgment/ordered-act.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const PARTIES = { plaintiffs: ["陈建"], respondents: [POLICE, COUNTY], thirdParties: [] };

const redo = (...respondents: readonly string[]): OrderedAct => ({
  item: 1,
  act: "redo",
  words: "责令重新作出行政行为",
  respondents,
  term: { type: "period", count: 60, unit: "days", from: "effect" },
});

function judgment(ordered: OrderedAct, heldAgainst?: readonly string[]): FileDocument {
  return {
    ...record(),
    at: at("10-12"),
    sha256: "judgment-1",
    kind: "judgment",
    issuedOn: civilDate("2026-10-09"),
    attendance: [],
    parties: PARTIES,
    result: { outcome: "lost", heard: true },
    ruling: { form: "judgment", ordered: [ordered], ...(heldAgainst && { heldAgainst }) },
  };
}

const enforcement = (...debtors: readonly string[]): FileDocument => ({
  ...judgment(redo()),
  at: at("12-21"),
  sha256: "enforcement-1",
  kind: "enforcement-notice",
  enforcement: { number: "（2026）鲁1321执9号", debtors, withinDays: 10 },
});

/** All parties were served on one day. */
const served: FileDocument = {
  ...judgment(redo()),
  at: at("10-20"),
  sha256: "receipt",
  kind: "service-receipt",
  parties: { plaintiffs: [], respondents: [], thirdParties: [] },
  service: {
    form: "judgment",
    recipients: [POLICE.name, COUNTY.name, "陈建"].map((name) => ({ name, on: civilDate("2026-10-13") })),
  },
};

function judged(...papers: readonly FileDocument[]): CaseFile {
  return [record({ parties: PARTIES }), ...papers].reduce(
    (file, paper) => told(evolveAll(file, eventsOf(file, paper)) ?? file, paper.at),
    given(summons({ parties: PARTIES })),
  );
}

const ON = civilDate("2026-12-22");

/** Who is written to of a kind: `part:name`, a line each. */
function toldOf(file: CaseFile, kind: string): readonly string[] {
  return obligations(file, RULES).flatMap(({ notices }) =>
    notices(ON).flatMap(({ audience, content }) =>
      content.kind === kind
        ? [
            `${audience.part}${"name" in audience ? ` ${audience.name}` : ""}${"role" in audience ? ` ${audience.role}` : ""}`,
          ]
        : [],
    ),
  );
}

describe("a judgment against one of two", () => {
  it("asks only the one it is against for the day of its service", () => {
    expect(toldOf(judged(judgment(redo(), [POLICE.name])), "judgment-service-asked")).toEqual([
      "respondent 沂南县公安局 legal-section",
    ]);
  });

  it("asks both where nobody can say who lost: a period to appeal runs for whoever did", () => {
    expect(toldOf(judged(judgment(redo())), "judgment-service-asked")).toEqual([
      "respondent 沂南县公安局 legal-section",
      "respondent 沂南县人民政府 legal-section",
    ]);
  });

  it("is put for confirmation to whoever must act, and to the bureau once", () => {
    const file = judged(judgment(redo(), [POLICE.name]), served);
    const asked = toldOf(file, "orders-to-confirm");
    expect(asked.filter((line) => line.startsWith("respondent"))).toEqual([
      "respondent 沂南县公安局 legal-section",
    ]);
    expect(asked.filter((line) => line.startsWith("bureau"))).toHaveLength(1);
  });

  it("binds whom its act names, else whom the order speaks against, else both", () => {
    const both = [POLICE.name, COUNTY.name];
    expect(boundBy(judged(judgment(redo(), [POLICE.name])), redo(COUNTY.name))).toEqual([COUNTY.name]);
    expect(boundBy(judged(judgment(redo(), [POLICE.name])), redo())).toEqual([POLICE.name]);
    expect(boundBy(judged(judgment(redo())), redo())).toEqual(both);
  });
});

describe("an enforcement", () => {
  const nobody: Involved = { respondents: new Map(), designated: new Map(), bureau: undefined };
  /** Who is marked as enforced against on the bureau's board. */
  const marked = (file: CaseFile) =>
    boardRows(file, nobody, at("12-22"))[0]?.agencies.flatMap(({ name, flags }) =>
      flags.includes("enforced") ? [name] : [],
    );

  it("that names its debtor is told to that one, its head and its bureau", () => {
    const file = judged(judgment(redo()), served, enforcement(COUNTY.name));
    expect(toldOf(file, "enforcement-begun")).toEqual([
      "respondent 沂南县人民政府 legal-section",
      "respondent 沂南县人民政府 head",
      "bureau 沂南县人民政府",
    ]);
    expect(marked(judged(judgment(redo()), served, enforcement(COUNTY.name)))).toEqual([COUNTY.name]);
  });

  it("that names none is against whom the judgment binds", () => {
    const file = judged(judgment(redo(POLICE.name)), served, enforcement());
    expect(debtorsOf(file, { respondents: [] })).toEqual({ names: [POLICE.name], unclear: false });
    expect(toldOf(file, "enforcement-begun")).toEqual([
      "respondent 沂南县公安局 legal-section",
      "respondent 沂南县公安局 head",
      "bureau 沂南县公安局",
    ]);
  });

  it("of which nobody can tell whom it is against goes to the bureau alone, with the names it may be", () => {
    const file = judged(judgment(redo()), served, enforcement());
    expect(debtorsOf(file, { respondents: [] })).toEqual({
      names: [POLICE.name, COUNTY.name],
      unclear: true,
    });
    expect(toldOf(file, "enforcement-begun")).toEqual(["bureau 沂南县公安局"]);
    const [letter] = obligations(file, RULES).flatMap(({ notices }) =>
      notices(ON).filter(({ content }) => content.kind === "enforcement-begun"),
    );
    expect(letter?.content).toMatchObject({ among: [POLICE.name, COUNTY.name] });
    expect(marked(file)).toEqual([]);
  });
});
