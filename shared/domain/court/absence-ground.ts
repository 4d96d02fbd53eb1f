/**
 * The class of a reason for which a head stayed away, from the words it was given in. 法释〔2020〕3号 §8 knows four
 * grounds; whether one is accepted is for the court to say, and nothing here says it.
 */

/** A ground of §8; `none` where the words themselves say that there is no good reason (无正当理由). */
export type StatedGround = AbsenceGround | "none";

/** The first that fits decides. 防汛 is a duty, 洪水 a force; 疫情防控 is a duty, 因疫情隔离 a force. */
const WORDS: readonly (readonly [StatedGround, RegExp])[] = [
  [
    "none",
    /无正当|没有正当|无故|(?:无|没有|未说明|未提供|不说明)(?:任何)?(?:理由|原因|事由)|理由不(?:成立|充分)|(?:未|没有)向[^,，。;；]{0,8}(?:说明|提供|提交|陈述)(?:任何|其)?(?:正当)?(?:理由|原因|事由)|拒不出庭/u,
  ],
  ["force-majeure", /不可抗力/u],
  ["accident", /意外|车祸|交通事故|突发(?:急|疾|重)?病|突发(?:事件|事故|状况)|受伤|骨折/u],
  [
    "irreplaceable-duty",
    /公务|公差|出差|会议|开会|参会|培训|学习|党校|抢险|防汛|抗旱|救灾|救援|防控|处突|应急|值班|检查|督[查察导]|巡[视察]|考察|招商|接待|调研|信访|外出|公出|挂职|工作(?:冲突|安排|需要|原因)|另有(?:工作|任务)|紧急(?:工作|任务)|执行任务/u,
  ],
  [
    "force-majeure",
    /地震|洪[水灾]|台风|暴[雨雪]|大雪|山体滑坡|泥石流|隔离|封控|疫情|航班(?:取消|延误)|停运/u,
  ],
  [
    "other",
    /病|住院|手术|就医|治疗|产假|休假|年假|丧|婚|请假|回避|空缺|未到任|退休|被留置|正当(?:理由|事由)/u,
  ],
];

/** The ground behind the words; undefined where they say none (因故, 其他). */
export function groundOf(words: string | undefined): StatedGround | undefined {
  if (words === undefined) return undefined;
  const text = words.normalize("NFKC").replace(/\s/gu, "");
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * Words in the place of a reason that say another respondent's head appears (法释〔2020〕3号 §3), and by whose word; undefined
 * where they say something else.
 */
export function excuseIn(words: string | undefined): "agreed" | "court" | undefined {
  if (words === undefined) return undefined;
  const text = words.normalize("NFKC").replace(/\s/gu, "");
  if (/不成|未(?:能)?(?:达成|协商)|不一致/u.test(text)) return undefined;
  if (/(?:法院|法庭|本院)[^,。;]{0,10}(?:确定|决定|指定)[^,。;]{0,6}由.{2,40}出庭/u.test(text))
    return "court";
  const isAgreed =
    /(?:协商|商定|约定|推选).{0,20}由.{2,40}出庭|由(?:共同被告|同案被告|其他被告|另一被告|原行政机关).{0,24}出庭/u.test(
      text,
    );
  return isAgreed ? "agreed" : undefined;
}

/** Every class, in the order tables list them. */
export const GROUNDS: readonly (StatedGround | undefined)[] = [
  "force-majeure",
  "accident",
  "irreplaceable-duty",
  "other",
  "none",
  undefined,
];

/** Why a head can't appear (法释〔2020〕3号 §8); the court judges it. */
export type AbsenceGround = "force-majeure" | "accident" | "irreplaceable-duty" | "other";
