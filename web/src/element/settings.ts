// Inputs as attributes have them: lease.anthropic.share=0.6; lease.anthropic.start=2026-09. What the values are the embed reads, as
// if they were typed. A value with a semicolon in it is written as JSON: {"lease.anthropic.share": 0.6}.

export function readSettings(text: string): { [path: string]: unknown } {
  if (text.trim().startsWith("{")) {
    try {
      return JSON.parse(text) as { [path: string]: unknown };
    } catch {
      return {};
    }
  }
  const settings = text.split(";").map((setting) => setting.trim());
  return Object.fromEntries(
    settings.filter(Boolean).map((setting) => {
      const at = setting.indexOf("=");
      return at < 0 ? [setting, ""] : [setting.slice(0, at).trim(), setting.slice(at + 1).trim()];
    }),
  );
}
