/** What does a paper say of whose head appears, and of who came? */
import { defined } from "../../defined.ts";
import type { FileDocument } from "../commands.ts";
import type { CaseEvent } from "../events.ts";
import { knownName } from "../parties.ts";
import type { CaseFile } from "../state.ts";
import type { AttendanceStatement } from "../statement.ts";

/** Whose head appears where several are sued (法释〔2020〕3号 §3). */
export function arrangementEvents(
  file: CaseFile,
  { joint, parties, sha256: document, at, reviewedBy }: FileDocument,
): readonly CaseEvent[] {
  const before = file.arrangements.find((one) => one.document === document);
  if (joint === undefined)
    // A person found that the paper doesn't say so.
    return reviewedBy === undefined || before === undefined
      ? []
      : [
          {
            type: "appearance-arranged",
            arrangement: { by: before.by, respondents: [], document, at, reviewedBy },
          },
        ];
  const respondents = joint.respondents.map((name) => knownName(file, name, parties.respondents));
  return [
    {
      type: "appearance-arranged",
      arrangement: { by: joint.by, respondents, document, at, ...defined({ reviewedBy }) },
    },
  ];
}

/** Who came, as it says. */
export function attendanceEvents(
  file: CaseFile,
  { attendance, parties, sha256 }: FileDocument,
): readonly CaseEvent[] {
  return attendance.map((said) => {
    const statement: AttendanceStatement = {
      ...said,
      respondent: knownName(file, said.respondent, parties.respondents),
      document: sha256,
    };
    return { type: "attendance-recorded", statement };
  });
}
