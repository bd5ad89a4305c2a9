// What the page and the scene say to each other. The scene is a frame of its own (host.ts makes it, frame.ts runs in
// it), because Ebitengine takes over the document that it runs in and reloads it when the WebGL context is lost.
import type { Move } from "./keys";

/** What the scene draws, as the engine wrote it (engine/floor), with a colour "#rrggbb" for each of its uses. */
export interface ScenePlan {
  head: string;
  numbers: Float64Array;
  colours: readonly string[];
}

export type Theme = "light" | "dark";

/** Page → scene, over the port; `plan` counts the plans. */
export type ToScene =
  | { kind: "plan"; plan: number; head: string; numbers: Float64Array<ArrayBuffer>; colours: readonly string[] }
  | { kind: "month"; month: number }
  | { kind: "theme"; theme: Theme }
  | { kind: "select"; tenant: string | null }
  | { kind: "view"; fromAbove: boolean }
  | { kind: "move"; move: Move }
  | { kind: "pointer"; x: number; y: number; type: PointerKind };

/** Pointer places are CSS pixels in the frame. */
export type PointerKind = "move" | "leave" | "click";

/**
 * Scene → page, over the port. `failed` is for good: there can be no scene here. `refused` and `drawn` are about the
 * plan of that number alone, and the next plan is tried whatever became of this one. `pressed` is by the mouse. `told` says what is shown in words.
 */
export type FromScene =
  | { kind: "ready" }
  | { kind: "failed"; message: string }
  | { kind: "refused"; plan: number; message: string }
  | { kind: "drawn"; plan: number }
  | { kind: "view"; fromAbove: boolean }
  | { kind: "pressed" }
  | { kind: "told"; words: string }
  | { kind: "hover"; text: string | null; hall?: string; tenant?: string; x: number; y: number }
  | { kind: "pick"; hall?: string; tenant?: string; source?: string };

/** Frame → page, over the window, before there is a port or when there must be a new one. */
export type FrameCall = { rackonomicsScene: "hello" | "reload" } | { rackonomicsScene: "failed"; message: string };

/** Page → frame, over the window, with the port. */
export interface FrameStart {
  rackonomicsScene: "start";
  wasm: WasmSource;
  fontFamily: string;
}

export type WasmSource = { url: string } | { bytes: ArrayBuffer };

/** A classic script: by address, or as text whose hash the page's Content-Security-Policy lists. */
export type ScriptSource = { url: string } | { code: string };
