const SHORT = process.env["RACKONOMICS_SHORT"] === "1";

/** Of cases that are alike: all, and the first few where only what is fast is tested (make check). */
export function few<Case>(cases: readonly Case[], inShort: number): readonly Case[] {
  return SHORT ? cases.slice(0, inShort) : cases;
}
