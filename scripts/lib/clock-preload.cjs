/**
 * Loaded before everything else (`--import`), in each process and thread of a test run that is to happen at another time:
 * `new Date()` and `Date.now()` are moved by BROADSHEET_CLOCK_SHIFT_MS. Files, timers and performance.now() keep the real time.
 */
const shiftMs = Number(process.env.BROADSHEET_CLOCK_SHIFT_MS ?? 0);
const RealDate = Date;

/** A function and not a class: `Date()` without `new` is a text. @this {unknown} @param {unknown[]} given */
function ShiftedDate(...given) {
  if (new.target === undefined) return new RealDate(RealDate.now() + shiftMs).toString();
  const args = given.length === 0 ? [RealDate.now() + shiftMs] : given;
  return Reflect.construct(RealDate, args, new.target === ShiftedDate ? RealDate : new.target);
}

if (shiftMs !== 0 && Number.isFinite(shiftMs)) {
  Object.setPrototypeOf(ShiftedDate, RealDate); // parse and UTC
  Object.defineProperties(ShiftedDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: RealDate.prototype },
    now: { value: () => RealDate.now() + shiftMs, configurable: true, writable: true },
  });
  globalThis.Date = /** @type {DateConstructor} */ (/** @type {unknown} */ (ShiftedDate));
}
