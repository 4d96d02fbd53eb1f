/**
 * Radicals that stand for the characters they look like. Some PDF makers write 人⺠法院 with U+2EA0 for 民: it prints
 * the same and compares unequal. NFKC knows the Kangxi radicals (U+2F00–2FD5) but of the supplement only two, so
 * the supplement's characters of ordinary text are named here (Unicode: Equivalent_Unified_Ideograph).
 */
const SUPPLEMENT =
  "⺁厂⺅亻⺈刀⺉刂⺊卜⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺜日⺝月⺟母⺠民⺡氵⺣灬⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰纟⺶羊⺹耂⺻聿⺼肉⺽臼⺾艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻐钅⻑長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

const PLAIN = new Map<string, string>();
const pairs = [...SUPPLEMENT];
for (let at = 0; at + 1 < pairs.length; at += 2) PLAIN.set(pairs[at] ?? "", pairs[at + 1] ?? "");

/** The text with each radical as the character it looks like; nothing else changes, and its length stays. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/gu, (radical) => PLAIN.get(radical) ?? radical.normalize("NFKC"));
}
