/** Name and title of the person a ledger names as head, in the orders courts write them. */
import { squeezed } from "./ledger-columns.ts";

/** Either part may be missing: 局长, 张三. */
export interface Person {
  readonly name: string | undefined;
  readonly title: string | undefined;
}

const TITLE =
  "(?:局长|厅长|处长|科长|股长|所长|站长|队长|区长|县长|市长|省长|镇长|乡长|州长|旗长|关长|部长|组长|庭长|监狱长|主任|书记|委员|常委|成员|科员|职员|调研员|巡视员|秘书|警员|民警|律师|法务|正职|副职|负责人|领导|人员)";
const ENDS_AS_TITLE = new RegExp(`${TITLE}$`, "u");
const TITLE_THEN_NAME = new RegExp(`^(.*${TITLE})([\\p{Script=Han}·]{2,4})$`, "u");
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤庄葛俞";
const NAME_THEN_TITLE = new RegExp(
  `^([${SURNAMES}]\\p{Script=Han}{1,2}?)((?:副|党|常务|分管).*${TITLE}|${TITLE})$`,
  "u",
);

/** 局长张三 · 张三（副局长） · 张三 副局长 · 副局长/张三 · 张三副局长 · 张三. */
export function personOf(cell: string): Person {
  const pieces = cell
    .normalize("NFKC")
    .split(/[\s,;:()/|]+/u)
    .map((piece) => squeezed(piece).replace(/^(?:是|√|出庭|由)|(?:参加|到庭|出庭)(?:应诉)?$/gu, ""))
    .filter((piece) => piece !== "");
  const titles: string[] = [];
  let name: string | undefined;
  for (const piece of pieces) {
    const [, glued, named] = TITLE_THEN_NAME.exec(piece) ?? [];
    const [, leading, following] = NAME_THEN_TITLE.exec(piece) ?? [];
    if (leading !== undefined && following !== undefined) {
      name ??= leading;
      titles.push(following);
    } else if (ENDS_AS_TITLE.test(piece)) titles.push(piece);
    else if (glued !== undefined && named !== undefined) {
      name ??= named;
      titles.push(glued);
    } else if (/^[\p{Script=Han}·]{2,4}$|^\p{Script=Han}[某×*X]+$/u.test(piece)) name ??= piece;
    else titles.push(piece);
  }
  return { name, title: titles.length === 0 ? undefined : titles.join("、") };
}
