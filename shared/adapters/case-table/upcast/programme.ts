/** How did items of before keep the programme (工作台账)? Reasons, figures, problems and steps as sentences, which they still say. */
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** An entry, in its present version and in each it had. */
export const entryKeepsData: Upcaster = ({ entry, ...body }) => {
  const { change, ...facts } = entry as StoredItem;
  const what = ACTS[String((change as StoredItem).what)] ?? "amended";
  return { ...body, entry: { ...ofKind(facts), change: { ...(change as object), what } } };
};

/** What a meeting agreed has a name of its own, under which somebody can settle it. */
export const pointsAreKnown: Upcaster = ({ entry, ...body }) => {
  const { kind, points, ...facts } = entry as StoredItem;
  if (kind !== "meeting") return { ...body, entry };
  const known = (points as readonly string[]).map((text, index) => ({ id: String(index + 1), text }));
  return { ...body, entry: { kind, ...facts, points: known } };
};

function ofKind(facts: StoredItem): StoredItem {
  switch (facts.kind) {
    case "interview":
      return { ...facts, reasons: written(facts.reasons) };
    case "assessment": {
      const { draft, final } = facts;
      return { ...facts, draft: scoreOf(draft), ...(final !== undefined && { final: scoreOf(final) }) };
    }
    case "pack":
      return { ...facts, contents: packOf(facts.contents as StoredItem) };
    default:
      return facts;
  }
}

/** 联席会议材料. */
function packOf({ state, cases, problems, corrections, next, ...rest }: StoredItem): StoredItem {
  return {
    ...rest,
    state: written(state),
    cases: (cases as readonly StoredItem[]).map(({ why, ...one }) => ({ ...one, why: written([why]) })),
    problems: written(problems),
    corrections: written(corrections),
    next: written(next),
  };
}

function scoreOf(score: unknown): StoredItem {
  const { lines, ...rest } = score as StoredItem;
  const kept = (lines as readonly StoredItem[]).map((line) => ({ ...line, indicator: "as-written" }));
  return { ...rest, lines: kept };
}

function written(texts: unknown): readonly StoredItem[] {
  return (texts as readonly string[]).map((text) => ({ type: "as-written", text }));
}

/** What was done last, by its name. */
const ACTS: Readonly<Record<string, string>> = {
  登记: "recorded",
  提出: "proposed",
  作废: "withdrawn",
  发出会议邀请: "invited",
  改期: "moved",
  提出异议: "objected",
  采纳异议: "objection-accepted",
  不采纳异议: "objection-refused",
  不予约谈: "dismissed",
  确认约谈: "called",
  登记约谈结果: "held",
  回访: "followed-up",
  更正: "amended",
  答复: "answered",
  认可: "accepted",
  退回: "returned",
  建立: "opened",
  征求意见: "drafted",
  定稿: "made-final",
  生成材料: "pack-made",
  提出建议: "candidate",
};

type Step = (content: StoredItem) => StoredItem;

const withPack: Step = ({ pack, ...content }) => ({ ...content, pack: packOf(pack as StoredItem) });
const withScore: Step = ({ score, ...content }) => ({ ...content, score: scoreOf(score) });
const withInterview: Step = ({ interview, ...content }) => {
  const { issuer, reasons, ...facts } = interview as StoredItem;
  const issuedBy = String(issuer).replace(/司法局$/u, "");
  return { ...content, interview: { ...facts, issuedBy, reasons: written(reasons) } };
};

/** Notices of the programme, by their kinds. */
export const PROGRAMME_CONTENTS: Readonly<Record<string, Step>> = {
  "pack-made": withPack,
  "meeting-invited": withPack,
  "assessment-draft": withScore,
  "assessment-final": withScore,
  "assessment-made": ({ changed, ...content }) => ({ ...content, changed: written(changed) }),
  "interview-candidates": ({ candidates, ...content }) => ({
    ...content,
    candidates: (candidates as readonly StoredItem[]).map(({ reasons, ...one }) => ({
      ...one,
      reasons: written(reasons),
    })),
  }),
  "interview-called": withInterview,
  "interview-withdrawn": withInterview,
  "interview-due": withInterview,
};
