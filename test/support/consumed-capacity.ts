/** Counts what calls to DynamoDB cost, as the engine tells it. */
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** What some work cost, in capacity units; and how many calls it made. */
export interface Cost {
  readonly calls: readonly string[];
  readonly units: number;
}

interface Metered {
  readonly ConsumedCapacity?: Units | readonly Units[];
}
interface Units {
  readonly CapacityUnits?: number;
}

/**
 * Asks for the cost of every call of a client from now on; the answer measures one piece of work. A call that
 * fails is counted, but the engine doesn't say what it cost.
 */
export function meter(client: DynamoDBDocumentClient): (work: () => Promise<unknown>) => Promise<Cost> {
  const calls: string[] = [];
  let units = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      calls.push(String(context.commandName).replace(/Command$/, ""));
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
      const { ConsumedCapacity = [] } = result.output as Metered;
      for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat() as Units[]) units += CapacityUnits;
      return result;
    },
    { step: "initialize", name: "meter" },
  );
  return async (work) => {
    calls.length = 0;
    units = 0;
    await work();
    return { calls: [...calls], units };
  };
}
