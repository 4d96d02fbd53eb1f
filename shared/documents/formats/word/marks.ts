/**
 * Which words of a Word file are crossed out or hidden, by the formatting of the words and the styles they have
 * (ISO/IEC 29500-1 §17.7.2–3). What is crossed out or hidden is not said.
 */
import { attributeOf, childOf, descendants, type XmlElement } from "../xml.ts";

/** The styles that make up a run's formatting, from the outside in. */
export interface StyledBy {
  readonly table?: string | undefined;
  readonly paragraph?: string | undefined;
}

/** Properties that turn each other round where two levels of styles set them; a double strike doesn't. */
type Toggle = "strike" | "vanish";
const MOST_ANCESTORS = 50;

interface Style {
  readonly basedOn: string | undefined;
  readonly run: XmlElement | undefined;
}

/** A file's styles. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: XmlElement | undefined;
  #paragraphDefault: string | undefined;

  /** @param root what holds the styles: `w:styles`, or a Word 2003 document; undefined where a file has none */
  constructor(root: XmlElement | undefined) {
    const [defaults] = root === undefined ? [] : [...descendants(root, "rPrDefault")];
    this.#defaults = childOf(defaults, "rPr");
    for (const style of root === undefined ? [] : descendants(root, "style")) {
      const id = attributeOf(style, "styleId");
      if (id === undefined) continue;
      this.#styles.set(id, { basedOn: valOf(childOf(style, "basedOn")), run: childOf(style, "rPr") });
      if (attributeOf(style, "type") === "paragraph" && isOn(attributeOf(style, "default") ?? "0"))
        this.#paragraphDefault = id;
    }
  }

  /** Whether a run with this `rPr` can't be seen, or is crossed out. */
  isUnsaid(properties: XmlElement | undefined, by: StyledBy): boolean {
    const levels = [by.table, by.paragraph ?? this.#paragraphDefault, valOf(childOf(properties, "rStyle"))];
    return (
      this.#isSet("strike", properties, levels) ||
      this.#isSet("vanish", properties, levels) ||
      this.#isDoubleStruck(properties, levels)
    );
  }

  #isSet(name: Toggle, properties: XmlElement | undefined, levels: readonly (string | undefined)[]): boolean {
    const own = childOf(properties, name);
    if (own !== undefined) return isOn(valOf(own));
    const byDefault = childOf(this.#defaults, name);
    if (byDefault !== undefined && isOn(valOf(byDefault))) return true;
    return levels.filter((level) => this.#inherited(level, name) === true).length % 2 === 1;
  }

  #isDoubleStruck(properties: XmlElement | undefined, levels: readonly (string | undefined)[]): boolean {
    const own = childOf(properties, "dstrike");
    if (own !== undefined) return isOn(valOf(own));
    const set = levels.toReversed().map((level) => this.#inherited(level, "dstrike"));
    return set.find((value) => value !== undefined) ?? false;
  }

  /** What a style or the nearest of those it is based on says. */
  #inherited(id: string | undefined, name: string): boolean | undefined {
    let style = this.#styles.get(id ?? "");
    for (let steps = 0; style !== undefined && steps < MOST_ANCESTORS; steps++) {
      const said = childOf(style.run, name);
      if (said !== undefined) return isOn(valOf(said));
      style = this.#styles.get(style.basedOn ?? "");
    }
    return undefined;
  }
}

/** `w:val` of an element. */
export function valOf(element: XmlElement | undefined): string | undefined {
  return element === undefined ? undefined : attributeOf(element, "val");
}

/** A property that is there is on, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:off|0|false|none)$/i.test(value);
}

/** Whether a property is there and on. */
export function hasOn(properties: XmlElement | undefined, name: string): boolean {
  const property = childOf(properties, name);
  return property !== undefined && isOn(valOf(property));
}
