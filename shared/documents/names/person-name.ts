import { hasDoubleFamilyName, hasFamilyName } from "./family-names.ts";
import { isOrgan } from "./organ-name.ts";

/**
 * Persons with their titles as court papers put them: 赵某，副局长 · 副局长赵某 · 赵某（系该局副局长）· 赵某副局长.
 */

const MASK = "某×xX*○甲乙丙丁\\d";
/** Words that begin with a family name's character. */
const NOT_NAMES =
  /^(?:申请|许可|时间|方便|方面|和解|应当|应诉|应到|应予|成立|成员|解释|解除|强制|强调|明确|明白|全部|全体|全权|计算|原告|原审|原件|公安|公开|公司|公民|公务|保证|保留|单位|单独|包括|程序|任何|任职|安排|安全|管理|文书|文件|常务|常委|代理|代表|代为|查明|查清|房屋|党组|党委|党员|白天|高级|金额|司法|同意|现在|符合|严重|严格|连续|简易|官方|路途|时效|项目|门口|台账|左右|支持|计划|都是|余款|于法|连同|来源|来院|易地|商业|商品|席位|庭审|石油|边界|向法|通知|通告|通报|温馨)/u;
/** 尚某到庭, 李某正在: what goes on behind a masked name and is no part of it. */
const BEHIND_MASK = /某[到出未因参系正在已将要会也还没不被去来说是有与和及为称就对向均]/u;
/** Characters of no name. */
const NEVER = /^都(?!某)|[的了吗呢是否谁你我他们在已均]|^管委/u;
const PERSON = new RegExp(`^(?:[\\p{Script=Han}][\\p{Script=Han}${MASK}]{1,3})$`, "u");
const LONG_PERSON = /^[\p{Script=Han}]{2,7}·[\p{Script=Han}·]{2,10}$/u;

/** Whether a text can be a person's name: a family name and one or two characters more, or masked (赵某某, 赵×). */
export function isPersonName(text: string): boolean {
  if (LONG_PERSON.test(text)) return true;
  if (!PERSON.test(text) || isTitle(text) || isOrgan(text) || NEVER.test(text)) return false;
  if (hasDoubleFamilyName(text) && text.length >= 3) return !/某[^某甲乙丙丁\d]/u.test(text);
  if (new RegExp(`^.[${MASK}]`, "u").test(text)) return !BEHIND_MASK.test(text);
  // 晴雯某: masked at its end, a name whatever its family name is.
  if (/^\p{Script=Han}{2}某$/u.test(text)) return !/[告诉人局长院庭]/u.test(text) && !NOT_NAMES.test(text);
  if (!hasFamilyName(text)) return false;
  return text.length <= 3 && !NOT_NAMES.test(text);
}

/** Nouns of posts, the longer first, as a pattern. */
export const POSTS =
  "主任科员|法律顾问|公职律师|法治审核员|总工程师|总规划师|总经济师|总会计师|总农艺师|党组成员|党委成员|党工委委员|党委委员|政治委员|工作人员|执法人员|代理人员|工作者|负责人|负责同志|秘书长|督察长|巡视员|调研员|教导员|指导员|办事员|法制员|检查员|审核员|监督员|专员|常委|委员|成员|政委|书记|主任|主席|局长|厅长|部长|省长|市长|县长|区长|镇长|乡长|旗长|州长|盟长|关长|监狱长|总队长|支队长|大队长|中队长|队长|所长|科长|股长|处长|室长|院长|校长|会长|理事长|站长|组长|行长|司长|警长|科员|职员|职工|干部|民警|警官|警员|辅警|律师|助理|经理|董事长|正职|副职|领导";
const POST_END = new RegExp(`(?:${POSTS})$`, "u");
const POST_ANY = new RegExp(`(?:${POSTS})`, "gu");

/** Whether a text ends as the title of a post does. */
export function isTitle(text: string): boolean {
  return POST_END.test(text);
}

export interface Person {
  readonly name: string;
  /** As written, with the organ it names; absent where no post is given. */
  readonly title?: string;
}

/** What says nothing of the post: sex, birth, papers, calls. */
const NOISE =
  /^(?:男|女|汉族|[\p{Script=Han}]{1,3}族|\d.*|.*(?:出生|生于|岁|身份证|公民身份|号码|电话|住(?!房|建|保).*|地址|特别授权|一般授权|一般代理|代理权限).*|出庭|已?到庭|未到庭|均到庭|参加诉讼|在庭)$/u;
/** 今天由副局长赵某: what stands before the one who was sent. */
const SENT_BY = /^.*(?:由|委派|指派|派(?!出所|驻)|委托(?!代理|诉讼)|安排)(?=\p{Script=Han}{2})/u;
const LEAD =
  /^(?:(?:行政机关)?(?:出庭)?(?:应诉)?负责人(?:的)?(?:姓名)?|姓名|职务|职位|现任|时任|系|为|是|任|担任|即|由|其|我单位|我局|本局|本单位|其单位)+：?/u;

/**
 * The first person of a phrase and the title beside the name, before or behind it, with or without a mark between.
 * The phrase must be about one person: cut lists at 、 before, but not inside a title (党组成员、副局长).
 */
export function personIn(phrase: string): Person | undefined {
  // 赵某副局长 is tried last: the beginning of an organ's name can look like a person's.
  return personOf(phrase, false) ?? personOf(phrase, true);
}

/** As {@link personIn} where a form's label introduces a person: a name with a rare family name is one as well. */
export function listedPerson(phrase: string): Person | undefined {
  const known = personIn(phrase);
  if (known !== undefined) return known;
  const [name = "", ...rest] = phrase.split(/[，、；：。（）\s]+/u).filter((part) => part !== "");
  const title = rest.map((part) => part.replace(LEAD, "")).find(isTitle);
  const isName = /^\p{Script=Han}{2,4}$/u.test(name) && !isTitle(name) && !NOT_NAMES.test(name);
  return isName && title !== undefined ? { name, title } : undefined;
}

function personOf(phrase: string, isGlued: boolean): Person | undefined {
  const parts = phrase
    .split(/[，、；：。（）\s,]+/u)
    .map((part) => part.replace(SENT_BY, "").replace(LEAD, ""))
    .filter((part) => part !== "" && !NOISE.test(part));
  let name: string | undefined;
  const titles: string[] = [];
  for (const part of parts) {
    const said = nameThatIs(part);
    if (said !== undefined) {
      // 姜丽系科长，韩磊系律师: another person begins.
      if (name !== undefined) break;
      name = said.name;
      titles.push(said.title);
    } else if (ACTING.test(part) && name !== undefined && titles.length > 0) {
      titles.push(`${titles.pop()}（${part}）`);
    } else if (isPersonName(part)) {
      if (name !== undefined) break;
      name = part;
    } else if (isTitle(part) && !IN_A_SENTENCE.test(part)) {
      const glued = isGlued && name === undefined ? nameBeforeTitle(part) : undefined;
      if (glued === undefined) titles.push(part);
      else {
        name = glued.name;
        titles.push(glued.title);
      }
    } else if (name !== undefined && part.endsWith(name) && isTitle(part.slice(0, -name.length))) {
      titles.push(part.slice(0, -name.length));
    } else {
      const glued = name === undefined ? titleBeforeName(part) : undefined;
      if (glued === undefined) {
        if (name !== undefined) break;
        // What stands between a title and the name parts them.
        titles.length = 0;
        continue;
      }
      name = glued.name;
      titles.push(glued.title);
    }
  }
  if (name === undefined) return undefined;
  const title = titles.map((text) => text.replace(LEAD, "")).join("、");
  return title === "" ? { name } : { name, title };
}

/** 副局长（主持工作） */
const ACTING = /^主持(?:全面|日常|行政|[局委厅])?工作$/u;
/** Words of a sentence that ends in a title and is none: 没有派副局长, 由副局长赵某一并作为两被告的负责人. */
const IN_A_SENTENCE = /没有|不是|作为|[你请]|我(?=[们是])/u;

/** 赵某系该局副局长 → the name before the verb, and what it is. */
function nameThatIs(text: string): { name: string; title: string } | undefined {
  const [, name = "", title = ""] = /^(.{2,8}?)(?:系|是|现任|担任|任|为)(.+)$/u.exec(text) ?? [];
  return isPersonName(name) && isTitle(title) ? { name, title } : undefined;
}

/** 副局长赵某 → the last post, and what follows it as the name. */
function titleBeforeName(text: string): { name: string; title: string } | undefined {
  for (const match of [...text.matchAll(POST_ANY)].reverse()) {
    const end = match.index + match[0].length;
    const name = nameAtStart(text.slice(end).replace(/^同志/u, ""));
    if (name !== undefined) return { name, title: text.slice(0, end) };
  }
  return undefined;
}

/** What can follow a name in a sentence: 怀某按照要求, 刘长河依法. */
const BEHIND_NAME =
  /^(?:按照?|依法|准时|按时|代表|作为|受|在|于|也|均|都|亲自|今天|今日|已|到|出庭|参加|并|就|对|向|因|未|没|不|正|临时|被|突|昨|前往|赴|去|说|表示|称|及|与|同志)/u;

/** The whole text as a name, or the shortest one behind which a sentence can go on. */
function nameAtStart(text: string): string | undefined {
  return isPersonName(text) ? text : nameOfSubject(text);
}

/** The name a sentence begins with: 周强正在开会. */
export function nameOfSubject(text: string): string | undefined {
  return [2, 3, 4]
    .map((length) => text.slice(0, length))
    .find((name) => isPersonName(name) && BEHIND_NAME.test(text.slice(name.length)));
}

/** 赵某某副局长 → a family name with one or two characters, and a title that says no organ before it. */
function nameBeforeTitle(text: string): { name: string; title: string } | undefined {
  for (const length of [3, 2, 4]) {
    const name = text.slice(0, length);
    const title = text.slice(length);
    if (
      isPersonName(name) &&
      /^(?:系|任|现任|常务|第一|该|本|我|副|党|局|厅|主|[县市区镇乡]长|政|书|二级|三级|四级|一级|调研|总|处|所|科|大队|支队|工作)/u.test(
        title,
      ) &&
      isTitle(title)
    ) {
      // 王副局长: the second character belongs to the post.
      if (/[副局]$/u.test(name) && !/[某×*]/u.test(name)) continue;
      return { name, title: title.replace(/^(?:系|任|现任|该(?:局|单位|机关)?|本局|我局)/u, "") };
    }
  }
  return undefined;
}
