/** How is an object with optional properties written in one expression, where a value may be missing? */

/** The same properties, those that may be undefined as optional ones. */
type Defined<Properties> = {
  readonly [Key in keyof Properties as undefined extends Properties[Key] ? never : Key]: Properties[Key];
} & {
  readonly [Key in keyof Properties as undefined extends Properties[Key] ? Key : never]?: Exclude<
    Properties[Key],
    undefined
  >;
};

/** The properties that have a value: `defined({ name, title: undefined })` has no `title` at all. */
export function defined<Properties extends object>(properties: Properties): Defined<Properties> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as Defined<Properties>;
}
