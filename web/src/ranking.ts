// Finds and ranks what a few typed letters may mean.

/** What can be found: by its title first, by other words for it, then by what else is said of it. */
export interface Findable {
  title: string;
  /** Other words that people use for it. */
  words?: string | undefined;
  text?: string;
  /** How much likelier it is meant than others in which a word is found as well. */
  lift?: number;
}

const EXACT = 1000;
const WORD_START = 100;
const INSIDE = 60;
const SCATTERED = 30;
/** Other words and what is said beside count for so much of the title. */
const OTHERWISE = 0.9;
/** Of other words the first is what a thing is most often called. */
const FOREMOST = 15;
const BESIDE = 0.3;

/** Those of `all` that every typed word is found in, best first; of equals the order is kept. All where nothing is typed. */
export function ranked<Item extends Findable>(all: readonly Item[], query: string): Item[] {
  const sought = folded(query).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...all];
  const scored = all.map((item) => ({ item, score: scoreOf(item, sought, words) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ item }) => item);
}

/** 0 where a word is not found. */
function scoreOf({ title, words: others = "", text = "", lift = 0 }: Findable, sought: string, words: readonly string[]): number {
  const named = folded(title);
  const beside = folded(text);
  const otherwise = folded(others);
  let sum = named === sought ? EXACT : named.startsWith(sought) ? WORD_START : otherwise.startsWith(sought) ? FOREMOST : 0;
  for (const word of words) {
    const score = Math.max(wordScore(named, word), OTHERWISE * plainScore(otherwise, word), BESIDE * plainScore(beside, word));
    if (score === 0) return 0;
    sum += score;
  }
  // Of titles that have the same words the shorter says less else.
  return sum + lift * words.length - Math.min(20, named.length / 10);
}

function wordScore(text: string, word: string): number {
  return plainScore(text, word) || (word.length > 2 && isScattered(text, word) ? SCATTERED : 0);
}

function plainScore(text: string, word: string): number {
  let score = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isStart(text, at)) return WORD_START;
    score = INSIDE;
  }
  return score;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1]!);
}

/** Whether the letters stand in the text in their order, each at the start of a word or right after the one before: "oi" in "operating income". */
function isScattered(text: string, word: string): boolean {
  /** Where the next letter would stand right after those before it. */
  let ends = new Set<number>();
  let from = 0;
  for (const letter of word) {
    const next = new Set<number>();
    for (let at = from; at < text.length; at++) {
      if (text[at] === letter && (ends.has(at) || isStart(text, at))) next.add(at + 1);
    }
    if (next.size === 0) return false;
    ends = next;
    from = Math.min(...next);
  }
  return true;
}

function folded(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
