/** 整改 of one proposal: its agency answers, its bureau judges; as often as it takes, by the same link. */
import { html } from "hono/html";
import { bureauOf } from "../../../shared/casework/involved.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { dueContent, roundToCopy } from "../../../shared/domain/programme/correction-ladder.ts";
import { type Correction, correctionState } from "../../../shared/domain/programme/entry.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { entryBehind, refBehind } from "../entries/entry-behind.ts";
import { entryView } from "../entries/entry-view.ts";
import { judgementFields, readJudgement } from "../entries/judge-answer-form.ts";
import { superiorCopyView } from "../entries/superior-copy.ts";
import { actOnEntry } from "../entries/write-entry.ts";
import { actorField, type Filled, problemSummary, textArea } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf, wasSent } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { entryPaper, entryPapers } from "../papers/entry-papers.ts";
import type { PaperReader } from "../papers/paper-table.ts";

type CorrectionLink = Link<"correction">;

/** The proposal, and what the link's holder can do with it now. */
interface Open {
  readonly correction: Correction;
  readonly reader: PaperReader;
  readonly may: "answer" | "judge" | undefined;
  /** The bureau may let the superior have a copy of this round of urging. */
  readonly copy?: number;
}

export const correctionRoom: Room<CorrectionLink> = {
  about: () => "整改建议",
  subject: ({ jurisdiction, year }) => ({ of: "programme", jurisdiction, year }),

  async show(ports, link, visit) {
    const open = await openCorrection(ports, link);
    if (open === undefined) return refusalPage({ type: "not-theirs" });
    if (visit.part === undefined) return correctionPage(ports, open, visit, { form: {}, problems: [] }, 200);
    return (await entryPaper(ports, open.correction, open.reader, visit.part)) ?? notFoundPage;
  },

  async submit(ports, link, form, visit) {
    const open = await openCorrection(ports, link);
    if (open === undefined) return refusalPage({ type: "not-theirs" });
    return submitCorrection(ports, link, open, form, visit);
  },
};

async function openCorrection(ports: DeskPorts, link: CorrectionLink): Promise<Open | undefined> {
  const [correction, bureau] = await Promise.all([
    entryBehind(ports, link, "correction"),
    bureauOf(link.jurisdiction, ports.directory),
  ]);
  if (correction === undefined) return undefined;
  const state = correctionState(correction);
  if (correction.to.organisation === link.recipient)
    return {
      correction,
      reader: "agency",
      may: state === "awaiting-answer" || state === "returned" ? "answer" : undefined,
    };
  if (bureau?.id !== link.recipient) return undefined;
  const copy = roundToCopy(correction, ports.rules);
  return {
    correction,
    reader: "bureau",
    may: state === "answered" ? "judge" : undefined,
    ...defined({ copy }),
  };
}

async function submitCorrection(
  ports: DeskPorts,
  link: CorrectionLink,
  open: Open,
  form: Form,
  visit: Visit,
): Promise<Answer> {
  const { correction } = open;
  if (wasSent(correction, form)) return { status: 303 };
  const reader = new FormReader(form);
  const today = civilDateAt(ports.now());
  const agency = correction.to.organisation === link.recipient;
  const said =
    !agency && form.do === "copy"
      ? ({ type: "copy", round: open.copy ?? 0 } as const)
      : agency
        ? ({ type: "answer", text: reader.text("text", "整改情况", 2000) } as const)
        : readJudgement(reader, form, today);
  const by = reader.text("by", "您的姓名", 30);
  formIdOf(reader, form);
  if (said === undefined || reader.problems.length > 0)
    return correctionPage(ports, open, visit, { form, problems: reader.problems }, 422);
  const refusal = await actOnEntry(ports, refBehind(link, "correction"), {
    ...("type" in said ? said : { type: "judge" as const, ...said }),
    at: ports.now(),
    by,
    cause: `link:${link.nonce}`,
    form: sendingOf(form),
    revision: Number(form.revision),
  });
  if (refusal === undefined) return { status: 303 };
  const now = await openCorrection(ports, link);
  const problems = [refused(refusal)];
  return correctionPage(ports, now ?? open, visit, { form, problems }, 409);
}

async function correctionPage(
  ports: DeskPorts,
  { correction, reader, may, copy }: Open,
  visit: Visit,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  return {
    status,
    title: "整改建议",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${entryView(correction, today, ports.rules)}${entryPapers(correction, reader, visit)}</section>
${may === "answer" ? formFrame(ports, correction.revision, answerFields(filled), "提交答复", filled.form.form) : ""}
${copy === undefined ? "" : await superiorCopyView(ports, correction.to.organisation, dueContent(correction, today, { part: "superior" }, ports.rules), filled, correction.revision)}
${may === "judge" ? formFrame(ports, correction.revision, judgementFields(filled, today), "提交审核结果", filled.form.form) : ""}`,
  };
}

function answerFields(filled: Filled): Markup {
  return html`<h2>答复</h2>
${textArea(filled, { name: "text", label: "整改情况", rows: 6, hint: "写明已采取的措施、结果和今后的做法。" })}
${actorField(filled)}`;
}
