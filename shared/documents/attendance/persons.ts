import { judgeHead } from "../../domain/court/head.ts";
import { type Person, personIn } from "../names/named-person.ts";
import { isPersonName } from "../names/person-name.ts";
import { ownTitle } from "./title.ts";

export function phraseAfter(text: string, from: number, until: number): string {
  const rest = text.slice(from, until);
  const end = rest.search(
    /及|[和与](?=其|委托|诉讼|代理|工作|原告|被告|第三)|、?(?:委托|诉讼)?代理人|，?(?:原告|被告|第三人|上诉人)|因|均|已|按时|依法|也/u,
  );
  return rest.slice(0, end === -1 ? rest.length : end).replace(/^[、，：（即系]+/u, "");
}

/** 副局长赵某作为负责人到庭: the name stands before the label. */
export function lastClause(text: string, at: number): string {
  return (
    /([^，。；、]{0,30})(?:作为|系|是|以)[^，。；、]{0,12}$/u
      .exec(text.slice(0, at))?.[1]
      ?.replace(/^.*?(?:由|被告)/u, "") ?? ""
  );
}

export function personOf(phrase: string): Person | undefined {
  return personIn(
    phrase
      .replaceAll("□", "")
      .replace(
        /^(?:是的?|有的?|已|由|到庭的?(?:是|为)|出庭的?(?:是|为)|负责人(?:是|为)?|我(?:局|单位|委|府)的?|本局的?|，)+/u,
        "",
      )
      .replace(
        /(?:同志)?(?:已经?|今天|亲自|均|代表[^，]*|作为[^，]*)?(?:到庭|出庭|参加|出席|到场|在场|来).*$/u,
        "",
      ),
  );
}

/** 今天到庭的是副局长龙涛，以及民警钱某: everyone such a sentence names. */
export function personsListed(text: string): Person[] {
  const list =
    /(?:到庭|出庭|来|参加(?:今天的)?(?:庭审|诉讼))(?:应诉|参加诉讼)?的(?:人员|同志)?(?:是|为|有|分别是|：)([^。；]+)/u.exec(
      text,
    )?.[1];
  const self = /^我(?:是|系|叫)([^，。；]+)/u.exec(text)?.[1];
  return (list ?? self ?? "")
    .split(/[，、]?(?:以及|及|还有|和(?=[\p{Script=Han}]{4}))|，/u)
    .flatMap((piece) => personOf(piece) ?? []);
}

export function personsOf(clause: string): Person[] {
  const person = personOf(clause.replace(/^.*?(?:由|委托|派|指派|安排)(?!代理)/u, ""));
  return person === undefined || !isPersonName(person.name) ? [] : [person];
}

export function verdictOf(person: Person, agency: string): string | undefined {
  return person.title === undefined
    ? undefined
    : judgeHead({ agency, title: ownTitle(person.title, agency) }).verdict;
}
