/** 出庭障碍答复: the court sees what an agency has reported and puts the hearing off, lets the head stay away, or doesn't. */
import { html } from "hono/html";
import { involvedIn } from "../../../shared/casework/involved.ts";
import {
  type Obstacle,
  type ObstacleVerdict,
  obstacleOf,
} from "../../../shared/domain/case-file/before-hearing.ts";
import { basisOf } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import {
  type AnswerObstacle,
  obstacleRefusal,
} from "../../../shared/domain/case-file/decisions/obstacle-decisions.ts";
import { type CaseFile, hearingOf } from "../../../shared/domain/case-file/state.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { caseFacts, hearingFacts } from "../../../shared/letters/wording/case-wording.ts";
import { verdictDuty, verdictName } from "../../../shared/letters/wording/obstacle-wording.ts";
import { type CaseBehind, caseBehind } from "../case-task/open-case.ts";
import { actOnCase, foreseenOnCase } from "../frame/act.ts";
import { factList } from "../frame/case-view.ts";
import { effectsOf, goesBack, toConfirm, triedAt } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, radios, textArea } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { freshLinkForm, sendFreshLink } from "../frame/fresh-link.ts";
import { obstacleFacts } from "../frame/obstacle-view.ts";
import { paperElsewhere, papersSection } from "../frame/originals.ts";
import type { Markup } from "../frame/page.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import { proofElsewhere, proofList, type SeenProofs } from "../frame/proof-section.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { undoneOrOffer } from "../frame/undo-link.ts";

type ObstacleLink = Link<"obstacle">;

/** The case behind a link, for its court. */
interface Opened extends CaseBehind {
  readonly link: ObstacleLink;
  readonly visit: Visit;
  /** The papers it may see, as a section of the page. */
  readonly papers: Markup;
}

const VERDICTS: readonly ObstacleVerdict[] = ["put-off", "excused", "refused"];

export const obstacleRoom: Room<ObstacleLink> = {
  about: ({ caseNumber }) => `${caseNumber}出庭障碍答复`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),

  async show(ports, link, visit) {
    const opened = await open(ports, link, visit);
    if ("type" in opened) return refusalPage(opened);
    if (visit.part !== undefined)
      return (
        (await paperElsewhere(ports, opened.file, link.recipient, visit.part)) ??
        (await proofElsewhere(ports, proofsSeen(opened), visit.part, link.recipient)) ??
        notFoundPage
      );
    if (opened.used !== undefined) return usedPage(ports, opened, opened.used, 200);
    const refusal = obstacleRefusal(opened.file, link, ports.now());
    return refusal === undefined
      ? formPage(opened, { form: {}, problems: [] }, 200)
      : refusedPage(opened, refusal);
  },

  async submit(ports, link, form, visit) {
    const opened = await open(ports, link, visit);
    if ("type" in opened) return refusalPage(opened);
    if (visit.part !== undefined) return notFoundPage;
    if (opened.used !== undefined) {
      return form.do === "fresh-link"
        ? sendFreshLink(ports, obstacleRoom, link, form)
        : usedPage(ports, opened, opened.used, 409);
    }
    const refusal = obstacleRefusal(opened.file, link, ports.now());
    return refusal === undefined ? answer(ports, opened, form) : refusedPage(opened, refusal);
  },
};

/** Whose the link is: the court's that hears the case, as the directory knows it today. */
async function open(ports: DeskPorts, link: ObstacleLink, visit: Visit): Promise<Opened | DeskRefusal> {
  const behind = await caseBehind(ports, link);
  if ("type" in behind) return behind;
  const { file, used } = behind;
  const { court } = await involvedIn(file, ports.directory);
  if (court?.id !== link.recipient) return { type: "not-theirs" };
  const papers = await papersSection(ports, file, link.recipient, visit);
  return { link, file, used, visit, papers };
}

async function answer(ports: DeskPorts, opened: Opened, form: Form): Promise<Answer> {
  const { respondent, reportedAt } = opened.link;
  const reader = new FormReader(form);
  const verdict = reader.choice("verdict", "答复", VERDICTS);
  const reason = reader.text("reason", "理由", 500);
  const by = reader.text("by", "您的姓名", 30);
  if (verdict === undefined || reader.problems.length > 0)
    return formPage(opened, { form, problems: reader.problems }, 422);
  if (goesBack(form)) return formPage(opened, { form, problems: [] }, 200);
  const basis = form.basis ?? "";
  const said: Omit<AnswerObstacle, "at"> = {
    type: "answer-obstacle",
    respondent,
    reportedAt,
    verdict,
    reason,
    by,
    basis,
  };
  const changes = await foreseenOnCase(ports, opened, { ...said, at: triedAt(ports) });
  if (changes !== undefined) {
    const words = { title: "确认答复", button: "确认答复" };
    const asked = toConfirm(ports, effectsOf(changes, ports), form, words);
    if (asked !== undefined) return asked;
  }
  const acted = await actOnCase(ports, opened, { ...said, at: ports.now() });
  switch (acted.outcome) {
    case "done":
      return { status: 303 };
    case "used":
      return usedPage(ports, { ...opened, file: acted.file }, acted.used, 409);
    case "refused": {
      const now = { ...opened, file: acted.file };
      const over = obstacleRefusal(acted.file, opened.link, ports.now());
      return over === undefined
        ? formPage(now, { form, problems: [refused(acted.refusal)] }, 409)
        : refusedPage(now, over);
    }
    default:
      return acted satisfies never;
  }
}

function formPage(opened: Opened, filled: Filled, status: 200 | 409 | 422): ShownPage {
  const { file, link } = opened;
  return {
    status,
    title: "答复出庭障碍",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${shown(opened)}</section>
<form method="post"><input type="hidden" name="basis" value="${basisOf(file, link.respondent)}">
<h2>答复</h2>
${radios(filled, {
  name: "verdict",
  label: "是否准许",
  options: VERDICTS.map((verdict) => [verdict, `${verdictName(verdict)}。${verdictDuty(verdict)}`] as const),
})}
${textArea(filled, { name: "reason", label: "理由", rows: 3, hint: "会告知该机关、司法局；由政府指派的，同时告知该政府。" })}
${actorField(filled, "答复人")}
<button type="submit" name="do" value="submit">预览并答复</button></form>`,
  };
}

/** The case, the hearing, and what was reported. */
function shown(opened: Opened): Markup {
  const { file, link, visit, papers } = opened;
  const obstacle = obstacleOf(file, link.respondent, link.reportedAt);
  return html`<h2>案件</h2>${factList(
    ...caseFacts(summaryOf(file)),
    ...ofHearing(file, obstacle),
    fact("报告单位", link.respondent),
    ...(obstacle === undefined ? [] : obstacleFacts(obstacle)),
  )}
${papers}${proofList(proofsSeen(opened), visit)}
<p>行政机关负责人不能出庭的正当理由限于不可抗力、意外事件、需要履行他人不能代替的公务以及其他正当事由；理由及证明材料由人民法院审查，可以准许延期开庭（法释〔2020〕3号第八条、第九条）。</p>`;
}

/** It is a court that opens this room. */
function proofsSeen({ file, link: { respondent } }: Opened): SeenProofs {
  return { file, respondent, reader: "court" };
}

function ofHearing(file: CaseFile, obstacle: Obstacle | undefined) {
  const hearing = obstacle && hearingOf(file, obstacle.hearing);
  return hearing === undefined ? [] : hearingFacts(hearing);
}

async function usedPage(
  ports: DeskPorts,
  opened: Opened,
  used: UsedLink,
  status: 200 | 409,
): Promise<ShownPage> {
  return {
    status,
    title: "出庭障碍已答复",
    body: html`<p class="done">${used.by}已于${printedMoment(used.at)}办理，本链接不能再次使用。</p>
${shown(opened)}
<h2>需要更正？</h2>${await undoneOrOffer(ports, opened.visit, opened.file, { ...opened.link, at: used.at })}${freshLinkForm()}`,
  };
}

/** Nothing to answer: what was reported, and what was answered, stands below. */
function refusedPage(opened: Opened, refusal: DeskRefusal): ShownPage {
  const page = refusalPage(refusal);
  return { ...page, body: html`${page.body}${shown(opened)}` };
}
