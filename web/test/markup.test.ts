import { describe, expect, it } from "vitest";
import { htmlOf, markdownOf } from "../src/views/markup";
import { drawn } from "../src/views/viewpicture";
import type { Written } from "../src/views/written";

const ORIGIN = { line: "Half & half. Figures as of 6 May 2026.", link: 'https://wiki.example/?a=1&b="2"#s=1.x.y' };

function written(title: string, cell = "$1.25B"): Written {
  return {
    title,
    note: "What it comes to.",
    month: "May 2026",
    sentences: ["In May 2026 it is −$530M."],
    tables: [{ head: ["Line", "2026"], rows: [{ cells: ["Revenue", cell] }, { cells: ["Income", "−3"], depth: 1, strong: true }] }],
  };
}

describe("a view for a wiki", () => {
  it("is Markdown with title, sentences, table, where it comes from and a link back", () => {
    expect(markdownOf(written("Money"), ORIGIN)).toBe(
      [
        "### Money, May 2026",
        "What it comes to.",
        "- In May 2026 it is −\\$530M.",
        "| Line | 2026 |\n| --- | ---: |\n| Revenue | \\$1.25B |\n| &nbsp;&nbsp;**Income** | **−3** |",
        'Half &amp; half. Figures as of 6 May 2026. [Open in Rackonomics](<https://wiki.example/?a=1&b="2"#s=1.x.y>)',
        "",
      ]
        .join("\n\n")
        .replace(/\n\n$/, "\n"),
    );
  });
  it("is HTML without styles and scripts", () => {
    const html = htmlOf(written("Money"), ORIGIN);
    expect(html).toContain("<h3>Money, May 2026</h3>");
    expect(html).toContain('<tr><th scope="row" align="left">Revenue</th><td align="right">$1.25B</td></tr>');
    expect(html).toContain('<a href="https://wiki.example/?a=1&amp;b=&quot;2&quot;#s=1.x.y">Open in Rackonomics</a>');
    expect(html).not.toMatch(/style|script|class|on\w+=/);
  });
  it.each(["<img src=x onerror=alert(1)>", "a|b", "[x](javascript:alert(1))", "`code`", "<script>", "*bold* _it_ $x$", "two\nlines"])(
    "takes the title %j for no markup",
    (title) => {
      const html = htmlOf(written(title, title), ORIGIN);
      expect(html.replace(/<\/?(h3|p|ul|li|table|thead|tbody|tr|th|td|strong|a)( (scope|align|href)="[^"<>]*")*>/g, "")).not.toMatch(/[<>]/);
      const markdown = markdownOf(written(title, title), ORIGIN);
      const line = markdown.split("\n").find((each) => each.startsWith("| Revenue"))!;
      expect(line.replace(/\\./g, "").split("|")).toHaveLength(4);
      expect(markdown.replace(/\\./g, "").replace(/\[Open in Rackonomics\]\(<[^<>]*>\)/, "")).not.toMatch(/[<>`[\]_]|\$/);
    },
  );
  it.each([
    ["1. April", "1\\. April"],
    ["12) months", "12\\) months"],
    ["- none", "\\- none"],
    ["-", "\\-"],
    ["1.5 GW", "1.5 GW"],
    ["-3", "-3"],
  ])("takes the sentence %j for no list, and shows nothing else", (sentence, markdown) => {
    expect(markdownOf({ ...written("Money"), sentences: [sentence] }, ORIGIN)).toContain(`\n- ${markdown}\n`);
  });
  it("says so where there is no link, by having none", () => {
    expect(markdownOf(written("Money"), { ...ORIGIN, link: undefined })).not.toContain("Open in");
    expect(htmlOf(written("Money"), { ...ORIGIN, link: undefined })).not.toContain("<a");
  });
});

describe("a view as a picture", () => {
  const COLOURS = { ink: "#111111", quiet: "#222222", line: "#333333", surface: "#ffffff", cursor: "#444444" };
  const measure = (text: string) => 6 * [...text].length;
  it("has every text within it", () => {
    const long = written("A title of many words ".repeat(20).trim(), "a cell that is as long as no other cell is, since it goes on");
    const { shapes, width, height } = drawn(long, "From here.", COLOURS, measure);
    for (const shape of shapes) {
      if (shape.kind !== "text") continue;
      const [left, right] = shape.align === "right" ? [shape.x - measure(shape.text), shape.x] : [shape.x, shape.x + measure(shape.text)];
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(shape.y).toBeLessThan(height);
    }
    const texts = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
    for (const text of ["Revenue", "In May 2026 it is −$530M.", "−3", "From here."]) expect(texts).toContain(text);
  });
});
