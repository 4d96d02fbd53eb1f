/**
 * Is this a name of another language, written in Chinese characters without a dot: 乌云其木格, 扎西次仁, 买买提? Such
 * names have no family name by which to know them, but they are written with few characters, and with hardly any others.
 */
import { anyOf, wordList } from "../text/words.ts";

/** Characters that write the sounds of Mongolian, Tibetan, Uyghur and Kazakh names, and are rare in other words. */
const OFTEN_SOUNDS =
  "乌娜姆玛娅雅萨尔巴扎卓杰尼洛桑珠措艾吾斯琴娃仁勒敖嘎旺堆顿丹吉拉托坦格木穆买依孜努曼孟呼图额哈";
/** Characters that write such sounds and stand in many other words. */
const ALSO_SOUNDS =
  "云其阿特高日宝力道布和朝鲁克那顺苏登莫德西次多达瓦增才让索南央金罗普提合不都热古丽敦胡查干塔希伊乃毕贡嘉益朗加曲白珍松泽青帕汗江亚森吐逊肉库班卜杜罕默沙赛迪别叶波列沁来胡瓦珲日勒旦";
const SOUNDS = new RegExp(`^[${OFTEN_SOUNDS}${ALSO_SOUNDS}]{4,8}$`, "u");
const OFTEN = new RegExp(`[${OFTEN_SOUNDS}]`, "gu");
/** Places whose names are written so as well. */
const PLACES = new RegExp(
  `^${anyOf(
    wordList(`
    呼和浩特 鄂尔多斯 巴彦淖尔 锡林郭勒 呼伦贝尔 乌兰 阿拉善 克拉玛依 哈尔滨 齐齐哈尔 乌鲁木齐 吐鲁番 日喀则
    巴音郭楞 博尔塔拉 巴林 科尔沁 苏尼特 乌拉特 阿鲁科尔沁 克什克腾 达尔罕 察哈尔 阿巴嘎 鄂托克 杭锦 阿克苏 阿勒泰
    阿图什 克孜勒 塔什库尔干 和布克赛尔 察布查尔 阿坝 格尔木 玛多 玛沁 曲麻莱`),
  )}`,
  "u",
);

/** Whether a text of four to eight characters is written as such names are. */
export function isTransliterated(text: string): boolean {
  return SOUNDS.test(text) && (text.match(OFTEN)?.length ?? 0) >= 2 && !PLACES.test(text);
}

/** And those that write Yi, Jingpo, Lisu and Wa names: 马海尔布, 阿苦日哈. */
const SOUNDS_OF_THE_SOUTH = "马海石一支惹子果呷牛色且什俄苦小衣五伍作洛史吴勒排早岳";
const CAN_BE_SOUNDS = new RegExp(`^[${OFTEN_SOUNDS}${ALSO_SOUNDS}${SOUNDS_OF_THE_SOUTH}]{4}$`, "u");

/** Whether a text of four characters can be such a name where its place shows already that it is a name. */
export function canBeSounds(text: string): boolean {
  return CAN_BE_SOUNDS.test(text);
}
