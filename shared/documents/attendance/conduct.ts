import { listedPerson } from "../names/named-person.ts";
import type { Context } from "./context.ts";
import { speaksOfHead } from "./named-heads.ts";
import { type Mentioned, mentionsIn } from "./organs.ts";
import { personOf, verdictOf } from "./persons.ts";
import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";
import { isNegated } from "./verbs.ts";

const PAPERS =
  /身份(?:证明|材料|证件|说明|及职务|信息)|职务证明|身份的?(?:材料|文书|证明)|证明(?:材料|文件|其身份)|负责人[^，。]{0,10}身份/u;
const DEFECT =
  /(?:未|没有|缺少|欠缺|漏|无)(?:加盖|盖|载明|注明|写明|标明|记载|提交|提供|携带|出示|附|签)|未[^，。]{0,6}(?:盖章|补正|载明)|不符合|不(?:齐|全|完整|规范|一致|清)|缺(?:少)?[^，。]{0,6}(?:章|职务)|有(?:误|瑕疵)|(?:限|责令|要求|请|应)[^，。]{0,14}补(?:正|交|充)/u;
const IN_ORDER =
  /一致|有(?:公|印)章|符合(?:规定|要求|法律|有关|相关|条件)|齐全|无误|属实|有效|予以(?:确认|认可)|准予|准许(?:其)?(?:参加|出庭)|合格|确认[^，。]{0,12}身份|身份[^，。]{0,6}(?:确认|得到确认|核实|核对|核验)|(?:已|经)(?:核实|核对|核验|查验|审核)(?:完毕|清楚|没有问题|无问题|无异议)|(?:已)?(?:当庭)?(?:补正|补盖|补交)(?:完毕|了|后|到位)?|加盖(?:了)?[^，。]{0,10}(?:公章|印章)/u;
const CHECKED = /经?(?:当庭)?(?:核对|核实|核验|审查|查验|查验证|审核|确认|查明)|本院|法庭|合议庭/u;

const LEFT =
  /中途退庭|擅自(?:退庭|离[开庭席]|离庭)|未经[^，。]{0,12}(?:许可|同意|准许|批准)[^，。]{0,8}(?:退庭|离[开庭席]|退出|走出)|(?:中途|提前|自行|径自|无故|私自)[^，。]{0,6}(?:离[开庭席]|退庭|退出|走出)|不听[^，。]{0,8}(?:劝阻|制止)[^，。]{0,8}(?:离|退|走)|离(?:开法庭|庭|席)[^。]{0,30}(?:未(?:向[^，。]{0,8})?(?:请假|报告)|未经)/u;
const WITH_LEAVE =
  /(?<!未)(?:经|征得|获|得到|报)[^，。]{0,14}(?:许可|同意|准许|批准)|(?<!不予|未予|未获)(?:准许|准予|许可|同意)其/u;
const REFUSED =
  /(?:拒绝|拒不|不予|不作|不做|未作)(?:[^，。；]{0,16})(?:说明|解释|回答|陈述|答复|答辩|回应|发表(?:意见)?|作答)/u;
const RULE =
  /不得|的，(?:可|按|将|应|视|本院|法庭)|按(?:撤诉|缺席)处理|应当|如有?|若|将(?:被|承担|依法)|可以(?:缺席|按)/u;
const HEAD = /负责人/u;
const SPOKEN_TO = /负责人[^，。]{0,4}(?:发表|陈述|说明|回答|答辩|补充|总结|表态|有无|最后)/u;
/** Everybody's papers are looked at when a hearing opens. */
const OTHERS_PAPERS = /当事人|原告|代理人|律师|第三人|各方|双方/u;

/** What a record says of a head's papers and conduct: checked by the court, without leave, refused to explain. */
export function conductSigns(context: Context, utterances: readonly Utterance[]): Sign[] {
  const signs: Sign[] = [];
  let papersAsked = false;
  // Before the court first speaks, 出庭负责人：… is a line of the list and nobody's speech.
  let hasOpened = false;
  for (const utterance of utterances) {
    const { text, speaker } = utterance;
    const place = { start: utterance.start, end: utterance.end };
    if (hasOpened || speaker === "court") signs.push(...speakersPost(context, utterance));
    hasOpened ||= speaker === "court" && text.length >= 4;
    if (/负责人/u.test(utterance.spokenBy) && speaker === "respondent" && text.length > 1)
      signs.push({
        ...place,
        organ: subjectOf(context, utterance, 0),
        says: "spoke",
        confidence: 0.9,
        rule: "head-speaks",
      });
    if (utterance.isQuestion || speaker === "opponent" || speaker === "stranger") {
      papersAsked ||= PAPERS.test(text);
      continue;
    }
    const about =
      PAPERS.test(text) ||
      (papersAsked &&
        speaker === "court" &&
        (CHECKED.test(text) || /已[^，。]{0,6}补|补[正盖交](?:完毕|了|到位)/u.test(text)));
    if (
      about &&
      speaker !== "respondent" &&
      (speaker === "court" || CHECKED.test(text) || DEFECT.test(text))
    ) {
      const verdict = papersVerdict(text);
      const isHeads = HEAD.test(text) || speaksOfHead(text, context.heads);
      if (verdict !== undefined && (isHeads || papersAsked || !OTHERS_PAPERS.test(text)))
        for (const organ of subjectsOf(context, utterance, text.search(PAPERS)))
          signs.push({ ...place, organ, says: verdict, confidence: 0.88, rule: verdict });
    }
    papersAsked = PAPERS.test(text) || (papersAsked && speaker === "respondent");
    if (RULE.test(text) && !/但|却|仍/u.test(text)) continue;
    const left = LEFT.exec(text);
    const subjects = (at: number) => subjectOf(context, utterance, at);
    if (left !== null && !WITH_LEAVE.test(text) && speaker !== "respondent")
      signs.push({
        ...place,
        organ: subjects(left.index),
        says: "left-early",
        confidence: 0.88,
        rule: "left-without-leave",
      });
    const refused = REFUSED.exec(text);
    if (refused !== null && speaker !== "respondent")
      signs.push({
        ...place,
        organ: subjects(refused.index),
        says: "refused",
        confidence: 0.85,
        rule: "refused-to-explain",
      });
  }
  return signs;
}

/** 被告副局长龙涛：… · 被告负责人：…: who speaks is there. A court that speaks to a head supposes one to be there. */
function speakersPost(context: Context, utterance: Utterance): Sign[] {
  const { start, end, spokenBy, speaker, text } = utterance;
  const organ = subjectOf(context, utterance, 0);
  const place = { organ, start, end };
  if (speaker === "court")
    return SPOKEN_TO.test(text) && !utterance.isQuestion
      ? [{ ...place, says: "unread", confidence: 0.4, rule: "court-speaks-to-a-head" }]
      : [];
  if (
    speaker !== "respondent" ||
    text.replace(/（[^）]*）/gu, "").length < 4 ||
    isNegated(text) ||
    text.startsWith(listedPerson(text)?.name ?? "：") ||
    /^(?:无|未|没有|缺席)/u.test(text)
  )
    return [];
  const agency = typeof organ === "number" ? context.organs[organ]?.name : undefined;
  const person = personOf(
    spokenBy.replace(/^[一二三四第]*(?:被告|被上诉人|上诉人)[一二三四]?/u, "").replace(agency ?? "", ""),
  );
  if (person !== undefined && agency !== undefined && verdictOf(person, agency) === "head")
    return [{ ...place, says: "present", person, asHead: true, confidence: 0.88, rule: "head-speaks" }];
  return /(?:出庭|应诉|被告|机关)负责人/u.test(spokenBy)
    ? [
        {
          ...place,
          says: "present",
          ...(person === undefined ? {} : { person }),
          asHead: true,
          confidence: 0.85,
          rule: "head-speaks",
        },
      ]
    : [];
}

/** The last word counts: a paper that was put right at the hearing is in order. */
function papersVerdict(text: string): "papers-in-order" | "papers-defective" | undefined {
  if (/^(?:请|现请)|请[^，。]{0,10}(?:出示|提交|说明)/u.test(text) && !DEFECT.test(text)) return undefined;
  if (
    /(?:逾期|到期|期限内|至今|仍|期满|庭后)[^，。]{0,8}未[^，。]{0,6}(?:补|提交)|未(?:能)?(?:按期|按时|在[^，。]{0,10}内)?(?:补正|补交)/u.test(
      text,
    )
  )
    return "papers-defective";
  const order = text.search(IN_ORDER);
  const defect = text.search(DEFECT);
  if (defect === -1) return order === -1 ? undefined : "papers-in-order";
  if (
    /(?:已|当庭|随后|后)(?:已|经)?[^，。]{0,6}(?:补正|补盖|补交)(?!的)/u.test(text) &&
    !/(?:限|责令|要求|请)[^，。]{0,14}补/u.test(text)
  )
    return "papers-in-order";
  return "papers-defective";
}

/** 被告一、被告三出庭负责人提交的身份证明: the agencies of a list that runs up to what is said of them all. */
function subjectsOf(context: Context, utterance: Utterance, at: number): Mentioned[] {
  const named = mentionsIn(utterance.text, context.organs, context.parties).filter(
    (mention) => mention.at <= Math.max(at, 0) && mention.who !== "unclear",
  );
  const ends = named.length - 1;
  const begins = named.findLastIndex(
    ({ end }, index) =>
      index < ends && !/^[一二三四1-4]?[、和与及]$/u.test(utterance.text.slice(end, named[index + 1]?.at)),
  );
  const listed = named.slice(begins + 1).map(({ who }) => who);
  return listed.length > 1 ? listed : [subjectOf(context, utterance, at)];
}

/** The agency whose side a verb speaks of: the nearest named before it. */
function subjectOf({ organs, parties }: Context, utterance: Utterance, at: number): Mentioned {
  const named = mentionsIn(utterance.text, organs, parties).findLast(
    (mention) => mention.at <= Math.max(at, 0),
  );
  if (named !== undefined && named.who !== "unclear") return named.who;
  if (utterance.speaker === "respondent" && utterance.organ !== "unclear") return utterance.organ;
  if (organs.length > 1 && /均|都|两位|二位/u.test(utterance.text)) return "all";
  return organs.length === 1 ? 0 : "unclear";
}
