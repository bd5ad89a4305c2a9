// What the whole scenario can be taken away as: titles and other words for it, for the drawer that does it and for the palette.

export const SHARE = { title: "Share and export", words: "send link copy save download" };

export const FORMS = {
  print: { title: "Print the report", words: "pdf paper printer" },
  file: { title: "Scenario file (JSON)", words: "download save" },
  workbook: { title: "Workbook (Excel)", words: "spreadsheet xlsx save download formulas" },
  rows: { title: "Every row by month (CSV)", words: "table data save download" },
  markdown: { title: "Copy Markdown", words: "as text wiki table paste" },
  embed: { title: "Copy embed code", words: "iframe frame wiki confluence website html" },
};
