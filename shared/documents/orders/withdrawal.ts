/** Why was an action withdrawn, by whom, and against whom? */
import { mentionsIn, organsOf } from "../attendance/speech/organs.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { OrderClause } from "./clauses.ts";

/** Why somebody withdraws is said in the sentence that says so, or in those right before it. */
const ASKED = /撤回|撤诉/u;
const SENTENCES_BEFORE = 2;

const WHY = ruleTable<string, boolean>("why-withdrawn", (sentence) => sentence, [
  {
    name: "no-agreement",
    of: /(?:未|没有|无法|不能|不成)[^。；，]{0,8}(?:和解|调解|一致|协议)|(?:调解|协调|和解)(?:未成|不成|未果|无果)/u,
    says: false,
    example: "双方未能达成和解",
  },
  {
    name: "agency-changed-its-act",
    of: /(?<!原告)(?:已经?|自行|主动|重新|又)[^，。；]{0,24}(?:改变|变更|撤销|纠正|更正|撤回|废止|收回)[^，。；]{0,40}(?:行为|决定|处罚|通知|答复|登记|批复|文书|证)|改变(?:了)?(?:原|被诉)[^，。；]{0,12}行为/u,
    says: true,
    example: "原告以被告已自行撤销被诉行政处罚决定为由申请撤诉",
  },
  {
    name: "agency-did-what-was-asked",
    of: /(?:被告|[局府会处])[^，。；]{0,12}已[^，。；]{0,24}(?:履行|作出|公开|办理|答复|支付|补偿|赔偿|返还)/u,
    says: true,
    example: "被告已履行法定职责",
  },
  {
    name: "parties-agreed",
    of: /(?:达成|自行|已经?|庭外|双方)[^。；]{0,12}(?:和解|调解)|(?:和解|调解)协议|协商一致|达成[^。；，]{0,10}(?:一致|协议)/u,
    says: true,
    example: "双方自行和解",
  },
  {
    name: "brought-about-by-the-court",
    of: /经[^，。；]{0,24}(?:协调|调解|化解)/u,
    says: true,
    example: "经本院协调",
  },
  {
    name: "dispute-resolved",
    of: /(?:争议|纠纷|矛盾|问题|诉求)[^。；，]{0,12}(?:解决|化解|满足)/u,
    says: true,
    example: "行政争议已实质性化解",
  },
]);

/** Whether the action was withdrawn because the parties agreed or the agency changed its act; `account`: the paper up to its order. */
export function isSettled(account: string): boolean {
  // The law that is quoted speaks of agencies that change their acts, whoever withdraws why.
  const sentences = account.replace(/“[^”]*”/gu, "").split("。");
  const told = sentences.filter((_, index) =>
    sentences.slice(index, index + SENTENCES_BEFORE + 1).some((sentence) => ASKED.test(sentence)),
  );
  return told.some((sentence) => WHY.decide(sentence)?.verdict === true);
}

/** 对被告……的起诉. */
const AGAINST = /对(?=被告|被上诉人|第[一二三四]|[\p{Script=Han}（）]{2,40}?的?(?:起诉|诉讼))/u;

/** Those of the respondents a withdrawal names; none where it names somebody who isn't known, undefined where it names nobody. */
export function withdrawnAgainst(
  { text }: OrderClause,
  flat: FlatText,
  parties: Parties,
): readonly Fact<string>[] | undefined {
  const place = AGAINST.exec(text)?.index;
  if (place === undefined) return undefined;
  const organs = organsOf(flat, parties);
  const words = text.slice(place + 1);
  const mentions = mentionsIn(words, organs, parties);
  if (mentions.some(({ who }) => who === "all")) return undefined;
  const named = organs.filter((_, index) => mentions.some(({ who }) => who === index));
  // 对被告的起诉, where there is one.
  if (named.length === 0 && organs.length <= 1) return undefined;
  return named.map(({ name }) => ({
    value: name,
    confidence: CONFIDENCE.inferred,
    rule: "withdrawn-against",
    text: words.slice(0, 60),
  }));
}

/** Whether no plaintiff is left: an order that names some of several leaves the others' action. */
export function withdrawnByAll({ text }: OrderClause, { plaintiffs }: Parties): boolean {
  const named = plaintiffs.filter(({ value }) => text.includes(value));
  const listed = text.split("对")[0]?.split("、").length ?? 0;
  return (
    named.length === 0 ||
    named.length === plaintiffs.length ||
    listed >= plaintiffs.length ||
    /等/u.test(text)
  );
}
