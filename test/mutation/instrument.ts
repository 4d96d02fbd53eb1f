/** Which mutants sources have, and the sources with all of them in, each behind a switch: Stryker's work. */
import { readFileSync } from "node:fs";
import type { Location } from "@stryker-mutator/api/core";
import type { Logger } from "@stryker-mutator/api/logging";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** Mutations that are not made, and why. */
const NOT_MADE: Readonly<Record<string, string>> = {
  StringLiteral:
    "a string is a name, which its type guards, or words people read, which the tests of letters and pages hold",
  ObjectLiteral: "an object without its properties is refused by the compiler",
  OptionalChaining: "a “.” on what may be undefined is refused by the compiler",
};

/** A mutant as it is made; its id is good for one instrumenting. */
export interface Mutation {
  readonly id: string;
  /** The source's path from the root. */
  readonly file: string;
  /** Lines and columns from 0. */
  readonly location: Location;
  readonly replacement: string;
}
export interface Instrumented {
  readonly mutations: readonly Mutation[];
  /** TypeScript by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Instruments sources, given by their paths from the root, which is the working directory. */
export async function instrument(sources: readonly string[]): Promise<Instrumented> {
  const given = sources.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
  const { files, mutants } = await new Instrumenter(SILENT).instrument(given, {
    plugins: null,
    excludedMutations: Object.keys(NOT_MADE),
    ignorers: [],
    noHeader: false,
  });
  return {
    texts: new Map(files.map(({ name, content }) => [name, content])),
    mutations: mutants
      .filter(({ status }) => status !== "Ignored")
      .map(({ id, fileName, location, replacement }) => ({ id, file: fileName, location, replacement })),
  };
}

const silent = () => undefined;
const no = () => false;
const SILENT: Logger = {
  ...{ isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no },
  ...{ isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no },
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
};
