import { describe, expect, it } from "vitest";
import { catalog } from "../src/catalog";
import { SCOPES } from "../src/scopes";
import { type Scenario, withChange, withoutChange, withTitle } from "../src/state/history";
import { inputAt, valueNow } from "../src/state/inputvalues";
import { belongingTo, calledAmong, freeName, freeTitle, newThing, withAdded } from "../src/state/things";
import { base, document } from "./fixture";

const start: Scenario = { origin: { name: "small" }, base, changes: new Map() };
const thing = { title: "New", site: "north", share: 0.5 };
const instances = [
  { scope: "site", name: "north", title: "North", parent: "operator" },
  { scope: "fleet", name: "h100", title: "", parent: "north" },
  { scope: "lease", name: "tenant", title: "", parent: "south" },
];

describe("the kinds of things", () => {
  it("can all be added, but the operator", () => expect(SCOPES.filter(({ single }) => single).map(({ name }) => name)).toEqual(["operator"]));
  it("name a parent where there may be several", () =>
    expect(Object.fromEntries(SCOPES.map(({ name, parent }) => [name, parent]))).toMatchObject({
      lease: "site",
      fleet: "site",
      source: "site",
      tranche: undefined,
      company: undefined,
    }));
});

describe("a new thing", () => {
  it("spans the scenario", () =>
    expect(newThing("lease", "New", "north", document)).toMatchObject({ title: "New", site: "north", start: "2026-05", last_month: "2026-07" }));
  it("counts months from the first", () =>
    expect(newThing("tranche", "New", undefined, document)).toEqual({ title: "New", commitment: 1e9, start: "2026-05", maturity: "2031-05" }));
  it("has what its kind begins with, and nothing else", () =>
    expect(Object.keys(newThing("lease", "New", "north", document))).toEqual(["title", "site", "share", "price", "start", "last_month"]));
  it("names no parent where there is one operator", () => expect(newThing("company", "New", undefined, document)).toEqual({ title: "New" }));
  it.each(["fleet", "source", "tranche", "lease"])("of kind %s is given inputs that there are, within their bounds", (scope) => {
    for (const [input, value] of Object.entries(newThing(scope, "New", "north", document))) {
      if (input === "title" || input === "site") continue;
      const declaration = catalog.inputs.find(({ name }) => name === `${scope}.${input}`);
      expect(declaration, input).toBeDefined();
      if (typeof value === "number") expect(value >= declaration!.min! && value <= declaration!.max!, input).toBe(true);
    }
  });
});

describe("a free name", () => {
  it.each([
    ["New lease", "new-lease"],
    ["Société Générale", "societe-generale"],
    ["42 GPUs!", "gpus"],
    ["东京", "lease"],
    ["", "lease"],
    ["x".repeat(60), "x".repeat(34)],
  ])("of “%s” is %s", (title, name) => expect(freeName("lease", title, new Set())).toBe(name));
  it("is counted on", () => expect(freeName("lease", "New", new Set(["new", "new-2"]))).toBe("new-3"));
});

describe("what a thing is called", () => {
  const called = (...titled: [scope: string, name: string, title: string][]) => {
    const all = titled.map(([scope, name, title]) => ({ scope, name, title, parent: "" }));
    return all.map((one) => calledAmong(one, all));
  };
  it.each<[string, [string, string, string][], string[]]>([
    [
      "its title",
      [
        ["lease", "a", "A"],
        ["lease", "b", "B"],
      ],
      ["A", "B"],
    ],
    [
      "its name too where another of its kind has the title",
      [
        ["lease", "a", "Tenant"],
        ["lease", "b", "Tenant"],
        ["lease", "c", "C"],
      ],
      ["Tenant (a)", "Tenant (b)", "C"],
    ],
    [
      "its title where one of another kind has it",
      [
        ["lease", "a", "Tenant"],
        ["company", "t", "Tenant"],
      ],
      ["Tenant", "Tenant"],
    ],
    [
      "its name where it has no title, as the engine calls it",
      [
        ["lease", "a", ""],
        ["lease", "b", "a"],
        ["lease", "c", ""],
        ["operator", "operator", ""],
      ],
      ["a (a)", "a (b)", "c", ""],
    ],
  ])("is %s", (_, titled, expected) => expect(called(...titled)).toEqual(expected));
});

describe("a free title", () => {
  it("is counted on as well", () => {
    expect(freeTitle("South", instances)).toBe("South");
    expect(freeTitle("North", instances)).toBe("North 2");
  });
});

describe("an added thing", () => {
  const added = withChange(start, "lease.new", thing, undefined);
  it("is listed before the engine has answered", () => {
    expect(withAdded(instances, added.changes).at(-1)).toEqual({ scope: "lease", name: "new", title: "New", parent: "north" });
    expect(withAdded([...instances, { scope: "lease", name: "new", title: "New", parent: "north" }], added.changes)).toHaveLength(4);
  });
  it("has its own values, and once changed the changed ones", () => {
    const sources = { changes: added.changes, base: document, newest: document };
    expect(inputAt(sources, "lease.new.share")?.value).toBe(0.5);
    expect(valueNow({ ...sources, changes: withChange(added, "lease.new.share", 0.7, undefined).changes }, "lease.new.share")).toBe(0.7);
  });
  it("is renamed with what was changed in it", () => {
    const changed = withChange(added, "lease.new.share", 0.7, undefined);
    const renamed = withTitle(changed, "lease.new", "Other", undefined);
    expect([...renamed.changes]).toEqual([
      ["lease.new", { ...thing, title: "Other" }],
      ["lease.new.share", 0.7],
    ]);
    expect(withAdded([{ scope: "lease", name: "new", title: "New", parent: "north" }], renamed.changes)[0]!.title).toBe("Other");
  });
  it("takes its inputs and what belongs to it along when taken back", () => {
    const site = withChange(withChange(start, "site.new", { title: "New" }, undefined), "fleet.new", { title: "F", site: "new" }, undefined);
    const all = withChange(site, "fleet.new.gpus", 5, undefined);
    const belonging = belongingTo("site.new", withAdded(instances, all.changes));
    expect(belonging).toEqual(["fleet.new"]);
    expect(withoutChange(all, "site.new", belonging).changes.size).toBe(0);
  });
});

describe("a removed thing", () => {
  it("drops what was changed in what belongs to it", () => {
    const changed = withChange(withChange(start, "fleet.h100.gpus", 5, 4), "lease.tenant.share", 0.6, 0.5);
    const removed = withChange(changed, "site.north", null, undefined, belongingTo("site.north", instances));
    expect([...removed.changes.keys()]).toEqual(["lease.tenant.share", "site.north"]);
  });
});

describe("a thing of the base under another title", () => {
  const renamed = withTitle(start, "lease.tenant", "Hotel", "Tenant");
  it("is a change that is taken back by the base's own title", () => {
    expect([...renamed.changes]).toEqual([["lease.tenant.title", "Hotel"]]);
    expect(withTitle(renamed, "lease.tenant", "Tenant", "Tenant").changes.size).toBe(0);
  });
  it("is called so before the engine has answered", () =>
    expect(withAdded(document.instances, renamed.changes).map(({ title }) => title)).toEqual(
      document.instances.map(({ name, title }) => (name === "tenant" ? "Hotel" : title)),
    ));
  it("has its title among the values", () => {
    const sources = { changes: renamed.changes, base: document, newest: document };
    expect(valueNow(sources, "lease.tenant.title")).toBe("Hotel");
    expect(inputAt(sources, "lease.tenant.title")?.value).toBe("Tenant");
  });
  it("of the operator too", () => expect([...withTitle(start, "operator", "xAI", "").changes]).toEqual([["operator.title", "xAI"]]));
  it("goes back to what a link made of an added one", () => {
    const added = withChange(withChange(start, "lease.new", thing, undefined), "lease.new.title", "By link", undefined);
    expect(withAdded(instances, added.changes).at(-1)!.title).toBe("By link");
    expect([...withTitle(added, "lease.new", "New", undefined).changes]).toEqual([["lease.new", thing]]);
  });
});
