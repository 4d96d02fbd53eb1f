/** Counting the boards to the end, each part when its message asks for it. */
import {
  type CountCall,
  type Counted,
  type CountPorts,
  countBoards,
} from "../../functions/board-count/count-boards.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";

/** All it came to, the last of it last. */
export async function countedBoards(
  ports: Omit<CountPorts, "queue">,
  begin: Instant,
  rules: Rules,
  most?: number,
): Promise<readonly Counted[]> {
  const messages: CountCall[] = [{ begin }];
  const queue = { goOn: async (at: Instant) => void messages.push({ goOn: at }) };
  const came: Counted[] = [];
  for (let call = messages.shift(); call !== undefined; call = messages.shift())
    came.push(await countBoards({ ...ports, queue }, call, rules, most));
  return came;
}
