// In every browser generated code computes a study to the bits of the machine, and where it cannot be run the machine says so.
import { readFileSync } from "node:fs";
import { allUncertain } from "../../test/uncertain";
import { ADDRESS } from "../browser";
import { type Studied, study, WITHOUT_SIMD } from "../studying";
import { expect, test } from "./core";

const { inputs } = JSON.parse(readFileSync(new URL("../../src/generated/catalog.json", import.meta.url), "utf8"));
const NAME = "half-the-data-center";
const CASES = 1000;

test("a study is computed by generated code with SIMD, with the bits and the chances of the machine", async ({ surface }) => {
  await surface.open(ADDRESS);
  const { values } = await surface.read(study, { name: NAME, workers: 1 });
  const changes = allUncertain({ values }, inputs, CASES);
  const asked = { name: NAME, changes, workers: 2 };
  const generated = await surface.read(study, asked);
  expect(generated.computed).toEqual(["by code generated for this scenario, with SIMD"]);
  expect(generated.chances.length).toBeGreaterThan(1);
  const told = ({ hash, chances }: Studied) => ({ hash, chances });
  const interpreted = await surface.read(study, { ...asked, with: "machine" });
  expect(interpreted.computed).toEqual(["operation by operation: as was asked; the figures are the same"]);
  expect(told(interpreted)).toEqual(told(generated));
  const poor = await surface.read(study, { ...asked, before: WITHOUT_SIMD });
  expect(poor.computed).toEqual(["operation by operation: this browser's WebAssembly has no SIMD; the figures are the same"]);
  expect(told(poor)).toEqual(told(generated));
});
