// A text with the words marked that were searched for.

export function Marked({ text, query = "" }: { text: string; query?: string | undefined }) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return <>{text}</>;
  const any = new RegExp(`(${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|")})`, "i");
  // What matched stands at the odd places.
  return <>{text.split(any).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</>;
}
