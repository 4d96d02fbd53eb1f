import { findPeopleTables } from "../labels/people-table.ts";
import { listedPerson, personIn } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { isUnticked } from "../text/tick-boxes.ts";
import { agents } from "./agents.ts";
import { unreadLines } from "./coverage.ts";
import { formSigns } from "./form-signs.ts";
import { leadersPresent, postsAsLabels } from "./leaders.ts";
import { lineOf, NOT_HERE, NUMBERED, organOf, personText, valueAfter } from "./listing.ts";
import type { Organ } from "./organs.ts";
import { withCause } from "./reasons.ts";
import type { Sign } from "./signs.ts";
import { tableSigns } from "./table-signs.ts";

/** 出庭负责人 in its many forms. */
const HEAD_LABEL =
  /(?<label>(?:行政机关|被诉行政机关|机关|单位)?(?:的)?(?:出庭应诉|出庭|应诉|到庭)(?:应诉)?(?:的)?(?:行政机关)?(?:单位)?负责(?:人|同志)|行政机关负责人|负责人出庭情况)(?:出庭应诉情况|出庭情况|应诉情况|姓名(?:及|、|和)职务|姓名)?/gu;
const NOBODY = /^(?:无|没有|未|缺席|不出庭|否|／|\/|-+)(?![\p{Script=Han}]{0,1}某)/u;

/** What the lists of who is present say: labels for the head, agents with a head's title, leaders marked 到庭. */
export function rosterSigns(
  flat: FlatText,
  organs: readonly Organ[],
  parties: Parties,
  storyFrom: number,
  isJudgment: boolean,
): Sign[] {
  // What stands in a table of persons is read by its rows, not as labels.
  const tables = findPeopleTables(flat);
  const signs = [
    ...headLabels(flat, organs, parties),
    ...reasonFields(flat, organs, parties),
    ...leadersPresent(flat, organs, parties, storyFrom, isJudgment),
    ...postsAsLabels(flat, organs, parties),
    ...agents(flat, organs, parties, storyFrom),
  ].filter(({ start }) => !tables.some((table) => start >= table.start && start < table.end));
  const all = [...signs, ...formSigns(flat, organs, parties), ...tableSigns(flat, organs, parties)];
  return [...all, ...unreadLines(flat, organs, all, storyFrom)];
}

function headLabels(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  const signs: Sign[] = [];
  for (const match of flat.text.matchAll(HEAD_LABEL)) {
    const at = match.index;
    const start = at + match[0].length;
    if (!isListed(flat, at, start)) continue;
    const value = valueAfter(flat, start);
    const organ = organOf(flat, at, organs, parties);
    if (organ === "other") continue;
    const base = { organ, start: at, end: Math.max(value.end, start) };
    const text = flat.text.slice(value.start, value.end);
    if (/[？?]|是否|吗/u.test(text)) continue;
    if (isUnticked(text))
      signs.push({ ...base, says: "unread", confidence: 0.4, rule: "options-not-ticked" });
    else if (text === "")
      signs.push({ ...base, says: "blank", confidence: 0.6, rule: "label-of-head-empty" });
    else if (NOBODY.test(text))
      signs.push({
        ...base,
        says: "absent",
        ...reasonIn(text),
        confidence: 0.93,
        rule: "label-of-head-says-none",
      });
    else {
      const person = listedPerson(personText(flat, value));
      if (person === undefined)
        signs.push({ ...base, says: "unread", confidence: 0.4, rule: "label-of-head-not-understood" });
      else if (NOT_HERE.test(text))
        signs.push({
          ...base,
          says: "absent",
          person,
          ...reasonIn(text),
          confidence: 0.93,
          rule: "head-listed-as-absent",
        });
      else
        signs.push({
          ...base,
          says: "present",
          person,
          asHead: true,
          confidence: 0.93,
          rule: "label-of-head",
        });
    }
  }
  return signs;
}

const REASON_LABEL =
  /(?:负责人)?(?:未|不能|未能)(?:出庭|到庭)(?:应诉)?的?(?:原因|理由|事由)(?=：|$|[\p{Script=Han}])/gu;

function reasonFields(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return [...flat.text.matchAll(REASON_LABEL)].flatMap((match): Sign[] => {
    const from = match.index + match[0].length;
    if (gapAt(flat, match.index) < Gap.cell || (flat.text[from] !== "：" && gapAt(flat, from) < Gap.blank))
      return [];
    const value = valueAfter(flat, from);
    const written = flat.text.slice(value.start, value.end).replace(/[。；，]$/u, "");
    const bare = written.replace(/^因为?/u, "");
    const reason = bare === written ? bare : withCause(bare);
    const organ = organOf(flat, match.index, organs, parties);
    if (reason.length < 2 || NOBODY.test(reason)) return [];
    return [
      {
        organ,
        start: match.index,
        end: value.end,
        says: "reason",
        reason,
        confidence: 0.92,
        rule: "field-for-the-reason",
      },
    ];
  });
}

function reasonIn(text: string): { reason?: string } {
  const reason =
    /(?:因|原因：?|理由：?)(?:为|是)?([^。；，（）]{2,40}?)(?:，|。|）|（|未|不能|无法|没|$)/u.exec(
      text,
    )?.[1];
  return reason === undefined ? {} : { reason: withCause(reason.replace(/(?<!（[^）]*)）$/u, "")) };
}

/** A list's label opens a line, a cell or a part of a party's paragraph, and a value follows: not a sentence about the head. */
function isListed(flat: FlatText, at: number, end: number): boolean {
  const next = flat.text[end] ?? "";
  const { start } = lineOf(flat, at);
  const before = flat.text.slice(start, at);
  const opens =
    before === "" ||
    NUMBERED.test(before) ||
    gapAt(flat, at) >= Gap.blank ||
    /[。；，：、）]$/u.test(before) ||
    /^(?:[一二三四\d]{0,2}[、.]?)?(?:被告|被上诉人|上诉人|原审被告|第[一二三四]被告)[\p{Script=Han}（）]{0,30}?的?$/u.test(
      before,
    );
  // 季昌明（副局长，出庭负责人） says it of the name before.
  if (!opens || next === "）") return false;
  if (next === "：" || gapAt(flat, end) >= Gap.blank || next === "（") return true;
  // 出庭负责人赵某，副局长: a name right behind it, as judgments write.
  return (
    personIn(flat.text.slice(end, end + 24).split(/[，。；]/u)[0] ?? "") !== undefined ||
    listedPerson(flat.text.slice(end, end + 24).split(/[。；]/u)[0] ?? "") !== undefined ||
    /^，/u.test(next)
  );
}
