/** How letters, pages and calendars name whoever at the court deals with a case: 审判员周舟，电话…；书记员吴桐. */
import type { CourtStaff, StaffMember } from "../../domain/court/court-staff.ts";
import { fact, type LabelledFact } from "../frame/letter.ts";

/** In one line. */
export function staffLine({ judge, clerk, phone }: CourtStaff): string {
  return [
    ...(judge === undefined ? [] : [`承办法官${member(judge)}`]),
    ...(clerk === undefined ? [] : [`书记员${member(clerk)}`]),
    ...(phone === undefined ? [] : [`联系电话${phone}`]),
  ].join("；");
}

/** As a fact of a case; none where no paper names anybody. */
export function staffFact(staff: CourtStaff | undefined): LabelledFact | undefined {
  return staff && fact("法院联系人", staffLine(staff));
}

/** At the end of a calendar's entry. */
export function staffSentence(staff: CourtStaff | undefined): string {
  return staff === undefined ? "" : `法院联系人：${staffLine(staff)}。`;
}

function member({ name, phone }: StaffMember): string {
  return phone === undefined ? name : `${name}（电话${phone}）`;
}
