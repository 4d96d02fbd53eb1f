/**
 * Papers an agency hands in as files: its filing (备案表), which counts as if it had been filled in at the desk, its defence and evidence
 * (答辩状、证据目录), which say that they were handed in, and its
 * explanation (情况说明), which is a claim the court judges (法释〔2020〕3号 §8–9) and never says who attended. Neither
 * opens a case or adds a party: that is for courts' papers.
 */
import type { Doubt } from "../refusal.ts";
import { civilDateAt } from "../time/time.ts";
import type { FileDocument } from "./commands.ts";
import type { CaseEvent } from "./events.ts";
import type { Hearing } from "./hearing.ts";
import type { CaseFile } from "./state.ts";

/** What such a paper does to its case, or why a person must look. `file` knows the paper's respondent by `respondent`. */
export function fileAgencyPaper(
  file: CaseFile,
  { sha256, kind, at, claims, attendance }: FileDocument,
  respondent: string,
): readonly CaseEvent[] | Doubt {
  const filed: CaseEvent = {
    type: "document-filed",
    document: {
      sha256,
      kind,
      receivedAt: at,
      respondent,
      ...(claims !== undefined && { claims }),
    },
  };
  if (kind === "defence" || kind === "evidence-list") {
    const parts = kind === "defence" ? (["defence"] as const) : (["evidence"] as const);
    const on = civilDateAt(at);
    return [
      filed,
      {
        type: "defence-handed",
        handed: { respondent, parts, on, source: "paper", at, document: sha256 },
      },
    ];
  }
  if (kind !== "filing") return [filed];
  const [said] = attendance;
  if (said === undefined) return { type: "attendance-unclear", respondent };
  const today = civilDateAt(at);
  const over = hearingsOf(file).filter(({ date }) => date <= today);
  const hearing = over.find(({ date }) => date === said.hearingDate);
  if (hearing === undefined)
    return {
      type: "no-such-sitting",
      caseNumber: file.caseNumber,
      read: said.hearingDate,
      known: [...new Set(over.map(({ date }) => date))],
    };
  const owed = file.deadlines.some(
    (one) =>
      one.kind === "filing" &&
      one.respondent === respondent &&
      one.hearing === hearing.ordinal &&
      one.status === "open",
  );
  return [
    filed,
    { type: "attendance-recorded", statement: { ...said, respondent, source: "filing", document: sha256 } },
    ...(owed
      ? [{ type: "deadline-met", kind: "filing", respondent, on: today, hearing: hearing.ordinal } as const]
      : []),
  ];
}

/** Hearings that were not put off: a filing may come before the court's record says that one was held. */
function hearingsOf(file: CaseFile): readonly Hearing[] {
  const current = file.state === "awaiting-hearing" ? [file.hearing] : [];
  return [...file.pastHearings.filter(({ fate }) => fate === "held"), ...current];
}
