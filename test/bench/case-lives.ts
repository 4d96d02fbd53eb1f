/**
 * A city on the local cloud in which cases live: the court's summons, the agency's report and filing at the desk, the record of
 * the hearing, the judgment, and the bulletin that counts them. Ordinary ones: one respondent, a text a paper, all in time.
 */
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY, START } from "../../infra/local/city/scenario.ts";
import { addDays, civilDate, instantAt } from "../../shared/domain/time/time.ts";
import { FILING, REPORT } from "../support/desk-city.ts";
import { counter, UPLOADS, type Usage } from "./city-usage.ts";

const FOLDER = "courts/1321/inbox";
const AGENCY = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@linyi-justice.example.org";
/** Working days on which summonses come, on which the hearings are, and on which the agency files. */
const DAYS = [
  ["2026-09-01", "2026-09-18", "2026-09-21"],
  ["2026-09-02", "2026-09-21", "2026-09-22"],
  ["2026-09-03", "2026-09-22", "2026-09-23"],
  ["2026-09-07", "2026-09-23", "2026-09-24"],
  ["2026-09-08", "2026-09-24", "2026-09-28"],
  ["2026-09-09", "2026-09-28", "2026-09-29"],
] as const;
const A_DAY = 4;
/** Cases of a city, and of one that is like it but for twenty of them: a month's bulletin and its mails are in both. */
export const MANY = DAYS.length * A_DAY;
export const FEW = A_DAY;

/** Plays them from the first summons until after the bulletin of their month; what was used, by function, and of how many mails. */
export async function play(assembly: string, cases: number): Promise<ReadonlyMap<string, Usage>> {
  const counting = counter();
  const city = await startCity({ assembly, log: counting.log, onlooker: counting.onlooker });
  try {
    city.cloud.clock.set(START);
    await city.upload(DIRECTORY);
    const acts = Array.from({ length: cases }, (_, index) => lifeOf(city, index))
      .flat()
      .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const signing = {
      at: at(civilDate("2026-10-04"), "10:20"),
      act: () =>
        city.visit({
          address: BUREAU,
          mail: "征求意见",
          answers: { do: "sign", checked: "yes", by: "赵文博" },
        }),
    };
    for (const { at: when, act } of [...acts, signing]) {
      await city.cloud.runUntil(when);
      await act();
    }
    await city.cloud.runUntil(at(civilDate("2026-10-09"), "10:00"));
  } finally {
    await city.cloud.stop();
  }
  const lost = city.cloud.deadLetters().length + city.cloud.lostEvents().length;
  if (lost > 0) throw new Error(`${lost} events failed for good`);
  const uploads = 3 * cases;
  return new Map([...counting.used(), [UPLOADS, { "S3 writes and lists": uploads }]]);
}

interface Act {
  readonly at: ReturnType<typeof instantAt>;
  readonly act: () => Promise<unknown>;
}

function lifeOf(city: City, index: number): readonly Act[] {
  const day = DAYS[Math.floor(index / A_DAY)] ?? DAYS[0];
  const [summoned, heard, filed] = [civilDate(day[0]), civilDate(day[1]), civilDate(day[2])];
  const serial = 301 + index;
  const minute = String(10 * (index % A_DAY)).padStart(2, "0");
  const put = (name: string, text: string) => async () => {
    const document = await city.put(FOLDER, `${serial}-${name}.txt`, new TextEncoder().encode(text));
    if (document?.state !== "read") throw new Error(`the ${name} of ${serial} is ${document?.state}`);
  };
  const [year, month, date] = heard.split("-").map(Number);
  const court = { number: `（2026）鲁1321行初${serial}号`, heard: `${year}年${month}月${date}日` };
  const report = () => city.visit({ address: AGENCY, mail: court.number, answers: REPORT });
  // All of a day are reminded of in one mail.
  const file = () =>
    city.visit({ address: AGENCY, mail: "应诉提醒", line: { words: court.number }, answers: FILING });
  return [
    { at: at(summoned, `09:${minute}`), act: put("summons", summonsOf(court)) },
    { at: at(addDays(summoned, 1), `15:${minute}`), act: report },
    { at: at(heard, `15:${minute}`), act: put("record", recordOf(court)) },
    { at: at(filed, `10:${minute}`), act: file },
    { at: at(addDays(filed, 1), `10:${minute}`), act: put("judgment", judgmentOf(court)) },
  ];
}

const at = instantAt;

interface Heading {
  readonly number: string;
  /** Day of the hearing, as papers write it. */
  readonly heard: string;
}

const summonsOf = ({ number, heard }: Heading) => `沂南县人民法院
传票
案号：${number}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：${heard}上午9时00分
应到处所：本院第五审判庭
`;

const recordOf = ({ number, heard }: Heading) => `沂南县人民法院
庭审笔录
案号：${number}
开庭时间：${heard}上午9时00分至10时30分
开庭地点：本院第五审判庭
审判员：徐静　书记员：马超
原告：陈建，到庭。
被告：沂南县公安局
出庭负责人：龙涛，副局长。
委托代理人：李明，法规科科长。
审判员：出庭人员身份核对无误，现在开庭。
`;

const judgmentOf = ({ number, heard }: Heading) => `沂南县人民法院
行政判决书
${number}
原告：陈建，男，住沂南县界湖街道。
被告：沂南县公安局，住所地沂南县人民路。
出庭负责人：龙涛，副局长。
原告陈建不服被告沂南县公安局行政处罚一案，本院受理后，依法组成合议庭，于${heard}公开开庭审理了本案。原告陈建，被告沂南县公安局副局长龙涛到庭参加诉讼。本案现已审理终结。
本院认为，被告作出的处罚决定认定事实清楚，证据确凿，适用法律正确，程序合法。
依照《中华人民共和国行政诉讼法》第六十九条之规定，判决如下：
驳回原告陈建的诉讼请求。
案件受理费50元，由原告陈建负担。
`;
