/** Cases with a judgment as far as its letters go: lost on 2026-10-09, received on 10-12. */
import type { CaseFile, Respondent } from "../../shared/domain/case-file/state.ts";
import type { JudgmentMatter } from "../../shared/domain/judgment/judgment-matter.ts";
import type { OrderedAct } from "../../shared/domain/judgment/ordered-act.ts";
import { judgmentLadder } from "../../shared/domain/obligations/judgment-ladder.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { civilDate, civilDateAt } from "../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, record, respondent, summons } from "./case-builders.ts";

/** A letter with its reader and its morning in one line, and what it says as far as tests look. */
interface Letter {
  readonly line: string;
  readonly kind?: string;
  readonly reader?: string;
  readonly due?: string;
  readonly acts?: readonly OrderedAct[];
}

export const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const both = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: [] } };
export const heard = given(summons(), record());
export const heardBoth = given(summons(both), record(both));
export const act = (item = 1, ...respondents: readonly string[]): OrderedAct => ({
  item,
  act: "redo",
  words: "重新作出",
  respondents,
});
export const PAPER = {
  sha256: "judgment-of-october-2026",
  kind: "judgment",
  receivedAt: at("10-12"),
} as const;
export const GIVEN = {
  document: PAPER.sha256,
  form: "judgment",
  issuedOn: civilDate("2026-10-09"),
  ordered: [act()],
} as const;
export const served = (...parties: readonly (readonly [name: string, day: string])[]) =>
  parties.map(
    ([party, day]) =>
      ({
        party,
        form: "judgment",
        on: civilDate(`2026-${day}`),
        source: "receipt",
        at: at("10-20"),
      }) as const,
  );
export const ALL = served([POLICE.name, "10-13"], ["陈建", "10-15"]);

/** A lost case with its judgment of 2026-10-09, received on 10-12; what is known of it, as given. */
export function lost(
  matter: Partial<JudgmentMatter> = {},
  file: CaseFile = heard,
  changes: object = {},
): CaseFile {
  const nothing = {
    services: [],
    appellants: [],
    choices: [],
    higher: [],
    performances: [],
    enforcements: [],
    stays: [],
  };
  return {
    ...file,
    state: "closed",
    outcome: "lost",
    documents: [...file.documents, PAPER],
    judgment: { ...nothing, given: GIVEN, ...matter },
    ...changes,
  } as unknown as CaseFile;
}
/** Each letter with its reader and the morning it is for, or `at once`; lines of the digest as `digest`. */
export function letters(file: CaseFile, of: Respondent = POLICE, rules: Rules = RULES): readonly Letter[] {
  return judgmentLadder(file, of, rules).flatMap(({ at: when, notices, lines }) => {
    const day = when === "" ? "at once" : when.slice(5, 16);
    return [
      ...notices(civilDateAt(at("12-01"))).map(({ audience, content }) => ({
        line: `${content.kind} → ${audience.part === "respondent" ? audience.role : audience.part}, ${day}`,
        ...content,
      })),
      ...(lines?.(at("12-01")) ?? []).map(({ news }) => ({ line: `${news.type} → digest, ${day}`, ...news })),
    ];
  });
}
