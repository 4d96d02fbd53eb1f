/** 答辩、举证 at the desk: handed in to the court, shown to the bureau first, more time asked for and answered. */
import { defined } from "../../defined.ts";
import type { Proof } from "../../proof-file.ts";
import type { DeskRefusal } from "../../refusal.ts";
import { type CivilDate, civilDateAt } from "../../time/time.ts";
import type { DeskAct } from "../commands.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import { type DefencePart, extensionOf } from "../defence.ts";
import type { CaseFile } from "../state.ts";

/** 已提交法院: by the agency, or by the court that has it. */
export interface HandInDefence extends DeskAct {
  readonly type: "hand-in-defence";
  readonly parts: readonly DefencePart[];
  readonly on: CivilDate;
  readonly side: "agency" | "court";
  readonly proofs?: readonly Proof[];
}

/** 内部报送. */
export interface ShowDefence extends DeskAct {
  readonly type: "show-defence";
  readonly proofs?: readonly Proof[];
}

/** 申请延期举证. */
export interface AskExtension extends DeskAct {
  readonly type: "ask-extension";
  readonly reason: string;
  readonly proofs?: readonly Proof[];
}

/** 延期举证答复. `until`: granted until that day; without it, refused. */
export interface AnswerExtension extends DeskAct {
  readonly type: "answer-extension";
  readonly side: "agency" | "court";
  readonly until?: CivilDate;
}

export type DefenceCommand = HandInDefence | ShowDefence | AskExtension | AnswerExtension;

/** Decides it on the duties as they stand. */
export function decideDefence(file: CaseFile, command: DefenceCommand): Decision<DeskRefusal> {
  const { respondent, at, by } = command;
  switch (command.type) {
    case "hand-in-defence": {
      const { parts, on, side, proofs } = command;
      if (!isOwed(file, respondent)) return refused({ type: "not-owed" });
      const source = side === "court" ? "court" : "agency";
      return accepted({
        type: "defence-handed",
        handed: { respondent, parts, on, source, at, by, ...defined({ proofs }) },
      });
    }
    case "show-defence":
      return isOwed(file, respondent)
        ? accepted({
            type: "defence-drafted",
            draft: { respondent, at, by, ...defined({ proofs: command.proofs }) },
          })
        : refused({ type: "not-owed" });
    case "ask-extension": {
      const refusal = extensionRefusal(file, respondent, civilDateAt(at));
      if (refusal !== undefined) return refused(refusal);
      const { reason, proofs } = command;
      return accepted({
        type: "extension-asked",
        extension: { respondent, at, by, reason, ...defined({ proofs }) },
      });
    }
    case "answer-extension": {
      if (!isExtensionOpen(file, respondent)) return refused({ type: "nothing-asked" });
      const { side, until } = command;
      return accepted({
        type: "extension-answered",
        respondent,
        answer: { at, by, side, ...defined({ until }) },
      });
    }
    default:
      return command satisfies never;
  }
}

function isOwed({ duties }: CaseFile, respondent: string): boolean {
  return duties.some(
    (one) =>
      (one.kind === "defence" || one.kind === "evidence") &&
      one.respondent === respondent &&
      one.status !== "cancelled",
  );
}

/** Why more time can't be asked for: it must be within the period (行政诉讼法 §36), and once at a time. */
export function extensionRefusal(
  file: CaseFile,
  respondent: string,
  today: CivilDate,
): DeskRefusal | undefined {
  const duty = file.duties.find((one) => one.kind === "evidence" && one.respondent === respondent);
  if (duty === undefined || duty.status !== "open") return { type: "not-owed" };
  if (isExtensionOpen(file, respondent)) return { type: "extension-open" };
  return duty.deadline.due < today ? { type: "extension-late" } : undefined;
}

/** Whether the court is still to answer. */
export function isExtensionOpen(file: CaseFile, respondent: string): boolean {
  const extension = extensionOf(file, respondent);
  return extension !== undefined && extension.answer === undefined;
}
