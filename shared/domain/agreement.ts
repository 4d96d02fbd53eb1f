/**
 * Does a shape that is written twice say the same both times? It holds a schema (of a stored item, of what an admin writes)
 * and the domain's type together at compile time: a field added to one and not to the
 * other does not compile. Only `readonly` is let go of.
 */

/** A type without `readonly`, all the way down. Strings, branded ones too, stay as they are. */
type Plain<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly (infer Element)[]
    ? Plain<Element>[]
    : { -readonly [Key in keyof T]: Plain<T[Key]> };

type Identical<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** `true` where the two types say the same; anything else does not compile where `true` is asked for. */
export type Agree<Domain, Stored> = Identical<Plain<Domain>, Plain<Stored>>;

/** Where to ask for it: `agreed<Agree<CaseFile, z.infer<typeof caseFile>>>()`. Does nothing at run time. */
export function agreed<_ extends true>(): void {}

/** The same of several at once, by name: the compiler says which of them don't agree. */
export function agreedEach<_ extends Readonly<Record<string, true>>>(): void {}

/** A stored form as whoever writes it may hand it over: nothing in it will be changed. */
export type Frozen<T> = T extends string | number | boolean | undefined | null
  ? T
  : { readonly [Key in keyof T]: Frozen<T[Key]> };
