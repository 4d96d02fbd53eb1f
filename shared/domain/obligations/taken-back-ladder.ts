/** 撤回更正函: whoever got letters because of an act that was taken back hears that they are void. */
import { detailsOf } from "../case-file/hearing.ts";
import type { CaseFile, TakenBack, VoidedLetters } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { type Obligation, once, summaryOf } from "./obligation.ts";

/** One letter to each who got any. */
export function takenBackLadder(file: CaseFile): readonly Obligation[] {
  return (file.takenBack ?? []).flatMap((taking, index) =>
    taking.undone === true
      ? []
      : taking.voided.map((letters, reader) =>
          once(takenBackKey(index, reader), undefined, [
            { audience: letters.to, content: contentOf(file, taking, letters) },
          ]),
        ),
  );
}

/** Under which it is noted that a reader was told, by the places of both. */
export function takenBackKey(taking: number, reader: number): string {
  return `taken-back:${taking + 1}:${reader + 1}`;
}

function contentOf(file: CaseFile, taking: TakenBack, { to, letters }: VoidedLetters): NoticeContent {
  const { act, actAt, at, by, office, reason, hearing, into } = taking;
  const respondent = "name" in to && to.name !== undefined ? to.name : taking.respondent;
  return {
    kind: "taken-back",
    case: summaryOf(file),
    respondent: respondent ?? file.respondents[0]?.name ?? "",
    act,
    actAt,
    at,
    by,
    office,
    reason,
    letters,
    ...defined({ into }),
    // Another holds in its place: that is said by the letter about the change.
    ...(file.state !== "awaiting-hearing" && defined({ hearing: hearing && detailsOf(hearing) })),
  };
}
