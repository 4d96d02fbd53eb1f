/**
 * In which classes of case a court must, or may, notify the head to appear (法释〔2020〕3号 §4), and which of them a case's own
 * words propose. A person of the bureau chooses; a proposal binds nobody.
 */
/** 应当通知: 食品药品安全, 生态环境和资源保护, 公共卫生安全, 社会高度关注, 可能引发群体性事件. */
const MUST_CLASSES = ["food-drug", "environment", "public-health", "attention", "mass"] as const;

/** 可以通知: 重大人身、财产权益, 行政公益诉讼, 上级规范性文件要求, 人民法院认为需要. */
const MAY_CLASSES = [
  "weighty-interests",
  "public-interest-suit",
  "superior-document",
  "court-decides",
] as const;

export const CALL_CLASSES = [...MUST_CLASSES, ...MAY_CLASSES] as const;

export type CallClass = (typeof CALL_CLASSES)[number];

/** Whether the court must notify the head in such a case, not only may. */
export function mustBeCalled(one: CallClass): boolean {
  return (MUST_CLASSES as readonly CallClass[]).includes(one);
}

/** As many plaintiffs may be a mass case (可能引发群体性事件). */
const MANY_PLAINTIFFS = 10;

/** What a case says of itself. */
interface CaseWords {
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly respondents: readonly { readonly name: string }[];
}

const BY_WORDS: readonly (readonly [CallClass, RegExp])[] = [
  ["food-drug", /食品|药品|药监|餐饮|保健品|医疗器械/u],
  ["environment", /环境|环保|生态|排污|污染|矿产|林地|林木|采砂|水资源|耕地保护/u],
  ["public-health", /公共卫生|传染病|疫情|防疫|疾病预防/u],
];

/** The classes that the cause, the agencies sued and the plaintiffs speak for, each with the words it was read from. */
export function proposedClasses({ cause, plaintiffs, respondents }: CaseWords): readonly ProposedClass[] {
  const texts = [...(cause === undefined ? [] : [cause]), ...respondents.map(({ name }) => name)];
  const byWords = BY_WORDS.flatMap(([is, words]): readonly ProposedClass[] => {
    const because = texts.flatMap((text) => words.exec(text)?.[0] ?? [])[0];
    return because === undefined ? [] : [{ is, because }];
  });
  const procurator = plaintiffs.find((name) => /人民检察院$/u.test(name));
  return [
    ...byWords,
    ...(procurator === undefined ? [] : [{ is: "public-interest-suit", because: procurator } as const]),
    ...(plaintiffs.length >= MANY_PLAINTIFFS ? [{ is: "mass", many: plaintiffs.length } as const] : []),
  ];
}

/** A class that is proposed, and by which word, or by how many plaintiffs. */
export interface ProposedClass {
  readonly is: CallClass;
  readonly because?: string;
  readonly many?: number;
}
