/** Which post does a title name, without the agency that stands before it? */
import { organAtStart, standsFor } from "../../names/organ-name.ts";
import { isTitle } from "../../names/posts.ts";
import { anyOf, wordList } from "../../text/words.ts";

/** How a paper calls an agency that it has named: 该局, 本单位, 我街道办事处. */
const SAID_AGAIN = wordList(`
  单位 机关 分局 局 委员会 管委会 委 厅 府 政府 县 市 区 旗 州 盟 中心 大队 支队 所
  街道办事处 办事处 街道办 街道 镇 乡 办(?!公室)
`);
const AGENCY_SAID_AGAIN = new RegExp(`^[该本我其贵]${anyOf(SAID_AGAIN)}?的?(?=\\p{Script=Han}{2})`, "u");

/** 该局副局长, 被告副局长 → 副局长; another organ's name stays. */
export function ownTitle(title: string, agency: string): string {
  const bare = title
    .replace(/^(?:系|任|现任|为)+/u, "")
    // 市住建局的副局长
    .replace(/(?<=[局厅委府会处队院心])的(?=[\p{Script=Han}]{2,12}$)/u, "")
    .replace(/^[局委厅](?=党组|党委|副局长|总[工规经会])/u, "")
    .replace(AGENCY_SAID_AGAIN, "")
    .replace(/^(?:被告|被上诉人|上诉人|行政机关|单位)的?(?=[\p{Script=Han}]{2})/u, "");
  return bare.startsWith(agency) && bare.length > agency.length
    ? bare.slice(agency.length).replace(/^的/u, "")
    : bare;
}

/** The post alone, where the organ before it is the agency by a short name: 河东公安分局副局长. */
export function postAlone(title: string, agency: string): string {
  const own = ownTitle(title, agency);
  // A branch is an agency of its own, though it bears the whole one's name.
  if (/^[\p{Script=Han}]{2,8}分局/u.test(own) && !/分局$/u.test(agency)) return title;
  const short = organAtStart(own);
  const post =
    short !== undefined && own.length > short.length && standsFor(short, agency)
      ? own.slice(short.length).replace(/^的/u, "")
      : own;
  // 分管工伤保险工作的副局长 says what the person is in charge of, and then the post.
  const bare = post.replace(/^(?:分管|主管|负责)[^，、的]{1,20}的/u, "");
  return isTitle(bare) ? bare : post;
}
