/** What do papers call a party? 上诉人, 被申请人, 第三人. */
import { wordList } from "./words.ts";

/** Every word a paper calls a party by; of two that begin alike the longer first. */
export const ROLE_WORDS = wordList(`
  被答辩人 答辩人 公益诉讼起诉人 公益诉讼人 再审申请人 再审被申请人 被上诉人 上诉人 被申诉人 申诉人 被申请人 申请人
  原审第三人 一审第三人 原审原告 原审被告 一审原告 一审被告 原告 被告 第三人 起诉人 赔偿请求人`);
