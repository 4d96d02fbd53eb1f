/** What was typed behind a command, in its parts: options with a text each, switches, and the words between them. */
import { parseArgs } from "node:util";
import { BadInput } from "./bad-input.ts";

/** What was typed. */
export interface Typed<Option extends string, Switch extends string> {
  readonly values: Partial<Readonly<Record<Option, string>>>;
  readonly on: ReadonlySet<Switch>;
  readonly words: readonly string[];
}

/** @throws BadInput where something else was typed */
export function typedOptions<Option extends string, Switch extends string = never>(
  args: readonly string[],
  texts: readonly Option[],
  switches: readonly Switch[] = [],
): Typed<Option, Switch> {
  const options = Object.fromEntries([
    ...texts.map((name) => [name, { type: "string" }] as const),
    ...switches.map((name) => [name, { type: "boolean" }] as const),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values);
    return {
      values: Object.fromEntries(given.filter(([, value]) => typeof value === "string")) as Typed<
        Option,
        Switch
      >["values"],
      on: new Set(given.flatMap(([name, value]) => (value === true ? [name as Switch] : []))),
      words: positionals,
    };
  } catch (fault) {
    throw new BadInput(fault instanceof Error ? fault.message : String(fault));
  }
}

/** The text of an option that can't be left out. @throws BadInput where it is */
export function needed(value: string | undefined, option: string, example: string): string {
  if (value === undefined || value === "") throw new BadInput(`Say --${option}, such as ${example}.`);
  return value;
}
