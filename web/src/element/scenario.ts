// <rack-scenario src link view height month select step inputs theme controls>: a scenario in a frame that is as high as what it shows.
import type { FromEmbed, ToEmbed } from "../embed/protocol";
import { readSettings } from "./settings";
import { nextTurn, takeTurn } from "./turns";

/** Where this script came from is where embed.html is, unless src says otherwise. */
const HERE = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI;

const TYPES: { [type in FromEmbed["type"]]: true } = {
  "rackonomics:ready": true,
  "rackonomics:height": true,
  "rackonomics:changed": true,
  "rackonomics:refused": true,
};
const LOADED_WITH = ["src", "view", "theme", "controls", "same-origin"];
/** A frame is no higher than this, in CSS pixels, whatever it says. */
const HIGHEST = 20_000;
const BEGIN_HEIGHT = 240;

export class RackScenario extends HTMLElement {
  static readonly observedAttributes = [...LOADED_WITH, "link", "height", "month", "select", "step", "inputs", "label"];

  private frame: HTMLIFrameElement | undefined;
  /** Whether the script in the frame runs: what is said to it waits there for its scenario. */
  private isListening = false;
  /** How high the frame last said that it has to be. */
  private wanted: number | undefined;
  private sight: IntersectionObserver | undefined;
  /** Said before the frame could hear. */
  private unsaid: ToEmbed[] = [];
  private state: Extract<FromEmbed, { type: "rackonomics:changed" }> | undefined;

  /** What is shown: its inputs, month, link and figures; undefined before it is. */
  get shown() {
    return this.state;
  }

  /** Gives inputs values. */
  set(inputs: { readonly [path: string]: unknown }): void {
    this.say({ type: "rackonomics:set", inputs });
  }

  showMonth(month: string): void {
    this.say({ type: "rackonomics:month", month });
  }

  /** Has a thing, as a tenant, marked wherever it stands; nothing lets go of it. */
  select(thing: string): void {
    this.say({ type: "rackonomics:select", thing });
  }

  /** Goes to a step of the story that is shown, counted from 1. */
  showStep(step: number): void {
    this.say({ type: "rackonomics:step", step });
  }

  open(link: string): void {
    this.say({ type: "rackonomics:open", link });
  }

  connectedCallback(): void {
    if (!this.style.display) this.style.display = "block";
    this.style.minHeight = `${this.fixedHeight() ?? BEGIN_HEIGHT}px`;
    addEventListener("message", this.hear);
    this.sight = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.sight?.disconnect();
      takeTurn(this, () => this.load());
    });
    this.sight.observe(this);
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.hear);
    this.sight?.disconnect();
    nextTurn(this);
    this.frame?.remove();
    this.frame = undefined;
    this.isListening = false;
    this.state = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (!this.frame || before === value) return;
    if (LOADED_WITH.includes(name)) this.load();
    else if (name === "label") this.frame.title = this.label();
    else if (name === "height") this.fit();
    else if (name === "select") this.select(value ?? "");
    else if (value === null) return;
    else if (name === "step") this.showStep(Number(value));
    else if (name === "link") this.open(value);
    else if (name === "month") this.showMonth(value);
    else this.set(readSettings(value));
  }

  private load(): void {
    this.frame?.remove();
    const frame = document.createElement("iframe");
    const address = this.address();
    frame.setAttribute("sandbox", this.sandbox(address));
    frame.allow = "clipboard-write";
    frame.title = this.label();
    Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${this.fixedHeight() ?? BEGIN_HEIGHT}px` });
    this.isListening = false;
    this.state = this.wanted = undefined;
    const [inputs, month, thing, step] = ["inputs", "month", "select", "step"].map((name) => this.getAttribute(name));
    if (thing) this.unsaid.unshift({ type: "rackonomics:select", thing });
    if (month) this.unsaid.unshift({ type: "rackonomics:month", month });
    if (inputs) this.unsaid.unshift({ type: "rackonomics:set", inputs: readSettings(inputs) });
    // A step says inputs and month itself, so that it comes before them.
    if (step) this.unsaid.unshift({ type: "rackonomics:step", step: Number(step) });
    frame.src = address.href;
    this.frame = frame;
    this.append(frame);
  }

  private address(): URL {
    const address = new URL(this.getAttribute("src") ?? "embed.html", this.hasAttribute("src") ? document.baseURI : HERE);
    for (const name of ["view", "theme", "controls"]) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(name, value);
    }
    address.searchParams.set("origin", origin);
    const link = this.getAttribute("link");
    if (link) address.hash = link.slice(link.indexOf("#") + 1);
    return address;
  }

  /**
   * A frame of this page's own origin that might run scripts and keep its origin would be no sandbox against this page: it is given
   * its origin only where same-origin says that it is trusted. One of another origin is kept apart by that.
   */
  private sandbox(address: URL): string {
    const own = address.origin !== location.origin || this.hasAttribute("same-origin") ? ["allow-same-origin"] : [];
    return ["allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox", "allow-downloads", ...own].join(" ");
  }

  private label(): string {
    return this.getAttribute("label") ?? "Rackonomics";
  }

  private fixedHeight(): number | undefined {
    const height = Number.parseFloat(this.getAttribute("height") ?? "");
    return height > 0 ? Math.min(height, HIGHEST) : undefined;
  }

  private fit(): void {
    const height = this.fixedHeight() ?? this.wanted;
    if (!this.frame || height === undefined) return;
    this.frame.style.height = `${Math.min(height, HIGHEST)}px`;
    this.style.minHeight = "0";
  }

  private say(message: ToEmbed): void {
    if (!this.isListening) this.unsaid.push(message);
    // A sandboxed frame's origin is opaque and cannot be named; that it is our frame is known.
    else this.frame?.contentWindow?.postMessage(message, "*");
  }

  private readonly hear = ({ source, data }: MessageEvent): void => {
    if (!this.frame || source !== this.frame.contentWindow || !isFromEmbed(data)) return;
    this.isListening = true;
    for (const message of this.unsaid.splice(0)) this.say(message);
    switch (data.type) {
      case "rackonomics:height":
        this.wanted = data.height;
        this.fit();
        return;
      case "rackonomics:changed":
        this.state = data;
        break;
      case "rackonomics:ready":
      case "rackonomics:refused":
        nextTurn(this);
    }
    const { type, ...detail } = data;
    this.dispatchEvent(new CustomEvent(type.replace("rackonomics:", "rack-"), { detail, bubbles: true }));
  };
}

function isFromEmbed(data: unknown): data is FromEmbed {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string" && Object.hasOwn(TYPES, data.type);
}
