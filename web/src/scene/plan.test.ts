import { expect, test } from "vitest";
import type { ScenePlan } from "./messages";
import { encodePlan } from "./plan";

const plan: ScenePlan = {
  months: ["2026-05", "2026-06"],
  tenants: [{ name: "anthropic", title: "Anthropic", colour: "#d97757" }],
  kept: { title: "xAI", colour: "#2f9e8f" },
  idle: { title: "Idle", colour: "#9aa7b4" },
  halls: [{ name: "h100", title: "H100", gpus_per_rack: 64, kw_per_rack: 88, racks: [10, 11], usable: new Float64Array([8, 9]) }],
  shares: [[0.5, 0.6]],
  kept_share: [0.4, 0.3],
  load: 0.8,
  sources: [{ name: "grid", title: "Grid", served: [70, 71], available: [90, 91] }],
  demand: [80, 81],
};

test("the series follow each other in the order that the scene reads", () => {
  expect([...encodePlan(plan).numbers]).toEqual([10, 11, 8, 9, 0.5, 0.6, 0.4, 0.3, 70, 71, 90, 91, 80, 81]);
});

test("the texts travel without the series", () => {
  const head = JSON.parse(encodePlan(plan).head);
  expect(head.halls).toEqual([{ name: "h100", title: "H100", gpus_per_rack: 64, kw_per_rack: 88, split: 0 }]);
  expect(Object.keys(head).sort()).toEqual(["halls", "idle", "kept", "load", "months", "site_splits", "sources", "tenants"]);
});

test("a series of another length is refused by name", () => {
  expect(() => encodePlan({ ...plan, demand: [80] })).toThrow("demand has 1 months; the plan has 2");
  expect(() => encodePlan({ ...plan, shares: [] })).toThrow("0 shares for 1 tenants");
});

test("puts the sites' own splits behind that of the whole", () => {
  const { head, numbers } = encodePlan({ ...plan, site_splits: [{ shares: [[1, 1]], kept_share: [0, 0] }] });
  expect(JSON.parse(head).site_splits).toBe(1);
  const whole = encodePlan(plan).numbers;
  expect(numbers.length).toBe(whole.length + 4);
  expect([...numbers].join(" ")).toContain("0.5 0.6 0.4 0.3 1 1 0 0");
});
