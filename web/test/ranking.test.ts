import { describe, expect, it } from "vitest";
import { ranked } from "../src/ranking";

const ALL = [
  { title: "Call share", text: "site" },
  { title: "Share of the site", text: "Lease Anthropic" },
  { title: "Operating income", text: "operator USD" },
  { title: "Other income", text: "operator" },
  { title: "Price per GPU-hour", text: "Lease Anthropic" },
  { title: "Début de café" },
  { title: "Share" },
];

const titles = (query: string) => ranked(ALL, query).map(({ title }) => title);

describe("what is found", () => {
  it("is everything, in its order, where nothing is sought", () => expect(ranked(ALL, "  ")).toEqual(ALL));
  it.each([
    ["share", ["Share", "Share of the site", "Call share"]],
    ["oper inc", ["Operating income", "Other income"]], // the second is an operator's
    ["income oper", ["Operating income", "Other income"]],
    ["anthropic price", ["Price per GPU-hour"]],
    ["gpu-hour", ["Price per GPU-hour"]],
    ["opinc", ["Operating income"]],
    ["hare", ["Share", "Call share", "Share of the site"]],
    ["cafe", ["Début de café"]],
    ["EBUT", ["Début de café"]],
    ["income xyz", []],
    ["(", []],
    ["[a-z]*", []],
  ])("by %s is %j", (query, expected) => expect(titles(query)).toEqual(expected));
  it.each([
    ["by another word", "electricity", ["Rows of power", "Price of energy"]],
    ["by that before what is said beside", "tariff", ["Price of energy", "Rental"]],
    ["a command before a row that begins so", "dark", ["Colours: dark", "Dark racks"]],
    ["a row that is called just so before all", "open", ["Open", "Open a file"]],
    ["first what it is most often called", "supply", ["Capacity", "Rows of power"]],
    ["what is likelier among those with several words", "open a", ["Open a file"]],
  ])("%s: %s", (_, query, expected) => {
    const all = [
      { title: "Dark racks" },
      { title: "Colours: dark", lift: 120 },
      { title: "Rental", text: "tariff", lift: 85 },
      { title: "Price of energy", words: "electricity tariff", lift: 85 },
      { title: "Rows of power", words: "electricity supply", lift: 85 },
      { title: "Capacity", words: "supply", lift: 85 },
      { title: "Open" },
      { title: "Open a file", lift: 120 },
    ];
    expect(ranked(all, query).map(({ title }) => title)).toEqual(expected);
  });
  it("does not take long to tell that letters are not there", () => {
    const long = [{ title: "a ".repeat(200) }];
    expect(ranked(long, `${"a".repeat(60)}b`)).toEqual([]);
  });
});
