// A browser as the core of the tests sees it, whoever drives it: what stands in a page, and what a hand does to it.

/** Keys that the core presses. */
export type Key = "ArrowLeft" | "ArrowRight" | "PageUp" | "Enter" | "Tab" | "Undo";

/** A document: a page, or what a frame holds. Elements are named by selectors; the first that fits is meant. */
export interface Place {
  /** Runs a function in the document. It uses nothing but its argument; that and its answer are plain data. */
  read<Answer, Argument>(look: (argument: Argument) => Answer | Promise<Answer>, argument: Argument): Promise<Answer>;
  /** Focuses the element and presses the keys. */
  press(selector: string, ...keys: Key[]): Promise<void>;
  /** Types into the field key by key, in place of what it holds. */
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Chooses an option of a select by its value. */
  choose(selector: string, value: string): Promise<void>;
}

/** A browser with one page. */
export interface Surface extends Place {
  /** Loads the address anew, also where it differs in its fragment alone. */
  open(address: string): Promise<void>;
  /** The document of a frame in the page, also of one whose origin is opaque. */
  frame(selector: string): Place;
  /** A picture of what the window shows, as PNG. */
  picture(): Promise<Buffer>;
  /** What the browser complained about since it was last asked: errors and warnings of scripts, policies and requests. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}
