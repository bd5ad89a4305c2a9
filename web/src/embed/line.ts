// The line to the page around an embed: who may speak on it, and who hears.
import { type FromEmbed, readMessage, type ToEmbed, type Unread } from "./protocol";

/** A window, as far as this needs to know one. */
export interface Around {
  postMessage(message: unknown, target: string): void;
}

export class Line {
  /** `around` is the page around; undefined where there is none. `origin` is what the embedder said it is. */
  constructor(
    private readonly around: Around | undefined,
    private readonly origin: string | undefined,
  ) {}

  /** Whether there is somebody who may be told what is shown. */
  get isOpen(): boolean {
    return this.around !== undefined && this.origin !== undefined;
  }

  /**
   * What was said, if it was said by the page around, at the origin that was given, and is a message of ours. A page without an
   * origin of its own (sandboxed, from a disk) says "null", as do all such pages: then who it is, its window alone tells.
   */
  heard({ data, origin, source }: { data: unknown; origin: string; source: unknown }): ToEmbed | Unread | undefined {
    return this.isOpen && source === this.around && origin === this.origin ? readMessage(data) : undefined;
  }

  /** Tells the page around, if it is at the origin that was given. One without an origin of its own cannot be named. */
  say(message: FromEmbed): void {
    if (this.isOpen) this.around!.postMessage(message, this.origin === "null" ? "*" : this.origin!);
  }

  /** How high the embed is, which anyone may know who has framed it. */
  sayHeight(height: number): void {
    this.around?.postMessage(
      { type: "rackonomics:height", height } satisfies FromEmbed,
      this.origin === undefined || this.origin === "null" ? "*" : this.origin,
    );
  }
}
