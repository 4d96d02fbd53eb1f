/**
 * Does a name begin with a family name? The usual ones; they tell 方伟 from 方便 only together with the words that are no names.
 */
import { wordList } from "../text/words.ts";

const SINGLE = new Set(
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺闫肖代候付仝逄亓公门尚晁水云昌凤酆皮元平湛禹狄贝茅麻危骆支昝经裘缪干宣贲杭诸钮嵇滑荣荀羊惠家芮储汲邴松富乌巴弓牧隗山宓蓬郗班仰秋伊暴厉戎祖束幸韶蓟溥印宿怀蒲邰从鄂索咸籍能苍双闻莘贡劳扶堵宰郦雍却璩濮寿通扈浦农别充慕茹宦鱼容慎戈庾终暨居衡步满弘国寇广禄阙东殳沃利蔚越夔隆师厍勾融訾阚那空毋乜养须丰巢蒯相后红权逯益桓展轩初矫战修綦帅缑亢况郈有琴归海法汝钦仉督鹿麦敬生种侍妥宛寸巨布拜招斯智枚檀母沐洛漆玄琚眭睢税竹续肇腾藤茆菅萨藏虎衷言谯赏赫郄鄞铁镡闪隽雒香鲜黑撒买帖钭於阴羿郏户裔兀丑佘哈四墨英豆青鉴秘药遆郇邝渠闽泉源菊麴靖亶伦仓仵弋忻恭敏斛树桐森淡清盘纵绳绿罕聊茂良虢辉迎邦野长雪雨魁禚昃隰贠侴凃佀郅籴幺尧丌揣冮樑蹇锺扆缐佴禇旷睦卿冶",
);
const DOUBLE: ReadonlySet<string> = new Set(
  wordList(`
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫
    宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官
    司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延
    东郭 南门 羊舌 微生 梁丘 左丘 西门 南荣 东里 即墨 达奚 褚师 纳兰 归海 单于 完颜 耶律
    淳于 贺兰 宿勤 哥舒 屈突 斛律 叶赫 那拉 相里 毌丘 安陵 豆卢 鄂伦`),
);

/** Whether a name begins with a family name of two characters: 欧阳, 万俟. */
export function hasDoubleFamilyName(name: string): boolean {
  return DOUBLE.has(name.slice(0, 2));
}

/** Whether a name's first character is a family name. */
export function hasFamilyName(name: string): boolean {
  return SINGLE.has(name[0] ?? "");
}
