/**
 * What a value out of a row must be like before it is believed. The contract's schemas do the same for what comes from a
 * window; here there is no library for it, which would cost each worker thread some 10 MB.
 */

export type Shape<Value> = (value: unknown) => value is Value;

export const isText = (value: unknown): value is string => typeof value === 'string';

/** JSON's 1e999 is Infinity when it is read. */
export const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** An id, a place or a moment: what SQLite takes as a whole number. */
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export const isNull = (value: unknown): value is null => value === null;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isOneOf =
  <const Value extends string | number | boolean>(...values: readonly Value[]): Shape<Value> =>
  (value): value is Value =>
    values.some((one) => one === value);

export const isEither =
  <A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> =>
  (value): value is A | B =>
    a(value) || b(value);

/** A name that is not there. */
export const isAbsentOr =
  <Value>(shape: Shape<Value>): Shape<Value | undefined> =>
  (value): value is Value | undefined =>
    value === undefined || shape(value);

export const isListOf =
  <Value>(shape: Shape<Value>): Shape<Value[]> =>
  (value): value is Value[] =>
    Array.isArray(value) && value.every(shape);

/** As many as there are shapes, each of its own. */
export const isTuple =
  <const Values extends readonly unknown[]>(
    ...shapes: { readonly [At in keyof Values]: Shape<Values[At]> }
  ): Shape<Values> =>
  (value): value is Values =>
    Array.isArray(value) && value.length === shapes.length && shapes.every((shape, at) => shape(value[at]));

/** Names that are not asked for may be there too. */
export const isObjectWith =
  <Value extends object>(shapes: { readonly [Name in keyof Value]-?: Shape<Value[Name]> }): Shape<Value> =>
  (value): value is Value =>
    isRecord(value) &&
    Object.entries<Shape<unknown>>(shapes).every(([name, shape]) =>
      shape(Object.hasOwn(value, name) ? value[name] : undefined),
    );
