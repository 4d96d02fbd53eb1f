/** 全覆盖: which units, and which of their leaders, took part in the year's observations (旁听) and trainings (培训), and who is missing? */
import { comparableName } from "../organisations/directory.ts";
import { type Observation, type ProgrammeEntry, type Training, wasObserved } from "./entry.ts";

/** A unit as the directory has it, with those who lead it now. */
export interface UnitToCover {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly heads: readonly string[];
}

export interface Covered {
  readonly unit: string;
  readonly observations: Taken;
  readonly trainings: Taken;
  /** Its leaders who came to any of them, and those who came to none. */
  readonly heads: { readonly came: readonly string[]; readonly missing: readonly string[] };
}

/** How often, and how many people together. */
export interface Taken {
  readonly times: number;
  readonly people: number;
}

/** Of each unit in its order; `others` are names in records that are none of theirs. */
export interface Coverage {
  readonly units: readonly Covered[];
  readonly others: readonly string[];
}

type Attended = Observation | Training;

export function coverage(units: readonly UnitToCover[], entries: readonly ProgrammeEntry[]): Coverage {
  const attended = entries.filter(
    (one): one is Attended =>
      (one.kind === "observation" && wasObserved(one)) ||
      (one.kind === "training" && one.withdrawn === undefined),
  );
  const namesOf = ({ name, aliases }: UnitToCover) => new Set([name, ...aliases].map(comparableName));
  const known = new Set(units.flatMap((unit) => [...namesOf(unit)]));
  const others = attended
    .flatMap(({ participants }) => participants.map(({ unit }) => unit))
    .filter((unit) => !known.has(comparableName(unit)));
  return { units: units.map((unit) => covered(unit, namesOf(unit), attended)), others: [...new Set(others)] };
}

function covered(
  { name, heads }: UnitToCover,
  names: ReadonlySet<string>,
  attended: readonly Attended[],
): Covered {
  const own = attended.map((one) => ({
    kind: one.kind,
    parts: one.participants.filter(({ unit }) => names.has(comparableName(unit))),
  }));
  const taken = (kind: Attended["kind"]): Taken => {
    const of = own.filter((one) => one.kind === kind && one.parts.length > 0);
    return {
      times: of.length,
      people: of.flatMap(({ parts }) => parts).reduce((sum, { people }) => sum + people, 0),
    };
  };
  const came = new Set(
    own.flatMap(({ parts }) => parts.flatMap((part) => part.heads ?? [])).map(comparableName),
  );
  const isHere = (head: string) => came.has(comparableName(head));
  return {
    unit: name,
    observations: taken("observation"),
    trainings: taken("training"),
    heads: { came: heads.filter(isHere), missing: heads.filter((head) => !isHere(head)) },
  };
}
