// What the page and the scene say to each other. The scene is a frame of its own (host.ts makes it, frame.ts runs in
// it), because Ebitengine takes over the document that it runs in and reloads it when the WebGL context is lost.

/** What the scene shows, for every month. A series holds one number a month. */
export interface ScenePlan {
  months: readonly string[];
  /** The leases in their order. */
  tenants: readonly SceneUse[];
  /** Racks that the operator uses itself. */
  kept: { title: string; colour: string };
  /** Racks with power that nobody uses. */
  idle: { title: string; colour: string };
  halls: readonly SceneHall[];
  /** [tenant]: share of the usable racks of all halls. */
  shares: readonly Series[];
  /** Share of the usable racks that the operator uses itself; shares + kept + idle = 1. */
  kept_share: Series;
  /** Where there are several sites, the same of each of them. */
  site_splits?: readonly SceneSplit[];
  /** 0…1: how bright the racks in use are lit. */
  load: number;
  sources: readonly SceneSource[];
  /** MW. */
  demand: Series;
}

export type Series = ArrayLike<number>;

export interface SceneSplit {
  shares: readonly Series[];
  kept_share: Series;
}

/** `colour` is "#rrggbb". */
export interface SceneUse {
  name: string;
  title: string;
  colour: string;
}

export interface SceneHall {
  name: string;
  title: string;
  gpus_per_rack: number;
  kw_per_rack: number;
  /** How it is split: 0 or nothing as the whole, else by the site's split of this number, from 1. */
  split?: number;
  /** Installed racks. */
  racks: Series;
  /** Of these, racks with power and cooling. */
  usable: Series;
}

/** Powers in MW. */
export interface SceneSource {
  name: string;
  title: string;
  served: Series;
  available: Series;
}

export type Theme = "light" | "dark";

/** Page → scene, over the port. The text and the numbers of a plan travel apart (plan.ts); `plan` counts the plans. */
export type ToScene =
  | { kind: "plan"; plan: number; head: string; numbers: Float64Array<ArrayBuffer> }
  | { kind: "month"; month: number }
  | { kind: "theme"; theme: Theme }
  | { kind: "select"; tenant: string | null }
  | { kind: "pointer"; x: number; y: number; type: PointerKind };

/** Pointer places are CSS pixels in the frame. */
export type PointerKind = "move" | "leave" | "click";

/**
 * Scene → page, over the port. `failed` is for good: there can be no scene here. `refused` and `drawn` are about the
 * plan of that number alone, and the next plan is tried whatever became of this one.
 */
export type FromScene =
  | { kind: "ready" }
  | { kind: "failed"; message: string }
  | { kind: "refused"; plan: number; message: string }
  | { kind: "drawn"; plan: number }
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
