/** 授权委托书: the agency's own staff, one or two, act for it at the hearing; what they may do is ticked by hand. */
import type { Person } from "../../domain/case-file/report.ts";
import { filled, label, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { type AgencyPaper, blank, caseNamed, FOUR_COLUMNS, sealed, wide } from "./agency-paper.ts";

export interface AuthorisationPaper extends AgencyPaper {
  /** Who is to act, as the three-day report names them; a court takes two at most. */
  readonly agents: readonly Person[];
}

const MOST_AGENTS = 2;

/** The paper; agents nobody has named are left to be written by hand. */
export function authorisationPaper({
  case: of,
  respondent,
  address,
  principal,
  agents,
}: AuthorisationPaper): OfficialDocument {
  const named = Array.from({ length: MOST_AGENTS }, (_, index) => agents[index]);
  return {
    title: "授权委托书",
    addressee: of.court,
    body: [
      paragraph(
        `委托人${respondent}，住所地${address ?? blank(10)}，法定代表人（负责人）${principal?.name ?? blank(5)}，职务${principal?.title ?? blank(5)}。`,
      ),
      paragraph(`现委托下列人员，在${caseNamed(of)}中，作为我单位的诉讼代理人出庭应诉。`),
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          { cells: ["姓名", "工作单位", "职务", "联系电话"].map((name) => label(name)), height: 9 },
          ...named.map((agent) => ({
            cells: [agent?.name ?? "", agent === undefined ? "" : respondent, agent?.title ?? "", ""].map(
              (text) => filled(text),
            ),
            height: 10,
          })),
          wide("代理权限", [
            "□一般授权：代为答辩、举证、质证、辩论。",
            `□特别授权：另可代为承认诉讼请求，参加调解、和解，提起上诉；其他：${blank(10)}。`,
          ]),
          wide("代理期限", "自签章之日起至本案本审级终结之日止。"),
        ],
      },
      paragraph("特此委托。"),
    ],
    signature: sealed(respondent),
  };
}
