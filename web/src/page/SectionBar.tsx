// The bar that stays in sight: the first figures once they are scrolled away, and the ways to the sections.
import { useEffect, useRef, useState } from "preact/hooks";
import { FIGURES } from "../views/places";
import { useView } from "../views/View";
import { valueText } from "../views/values";
import { usePicked, useSession } from "./context";
import { leadToSection, sectionId, useSections } from "./Sections";
import { Figured } from "./Waiting";
import "../styles/sections.css";

/** How many figures there is room for. */
const MOST_FIGURES = 3;

export function SectionBar() {
  const session = useSession();
  const sections = useSections();
  const isThere = usePicked((state) => state.result !== undefined);
  const linked = usePicked((state) => state.view.section);
  const present = usePresent(sections.map(({ name }) => name).join(), linked);
  useEffect(() => {
    if (isThere && linked) document.getElementById(sectionId(linked))?.scrollIntoView();
  }, [isThere, linked]);
  const nav = useRef<HTMLElement>(null);
  // On a phone the bar is longer than the window.
  useEffect(() => {
    const button = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (button) nav.current!.scrollLeft = button.offsetLeft - (nav.current!.clientWidth - button.offsetWidth) / 2;
  }, [present]);
  if (!isThere) return null;
  return (
    <div class="section-bar">
      <nav class="scroll" aria-label="Sections" ref={nav}>
        {sections.map(({ name, title }) => (
          <button type="button" key={name} aria-current={name === present ? "location" : undefined} onClick={() => leadToSection(session, name)}>
            {title}
          </button>
        ))}
      </nav>
      <StickyFigures />
    </div>
  );
}

/** How far down a reader looks, in pixels: a third of the window, and no further on a large screen, where several sections are in sight. */
const lookingAt = () => Math.min(innerHeight / 3, 320);

/** The section that is being read: the last that begins above where one looks; of two side by side that which was gone to, or the first. */
function usePresent(names: string, linked: string | undefined): string | undefined {
  const [present, setPresent] = useState<string>();
  useEffect(() => {
    const look = () => {
      const all = names.split(",").map((name) => ({ name, top: document.getElementById(sectionId(name))?.getBoundingClientRect().top ?? Infinity }));
      const begun = all.findLast(({ top }) => top < lookingAt()) ?? all[0]!;
      const beside = all.filter(({ top }) => top === begun.top);
      setPresent((beside.find(({ name }) => name === linked) ?? beside[0]!).name);
    };
    look();
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [names, linked]);
  return present;
}

/** For the eye alone: who hears the page hears them where they stand, and would hear them twice. */
function StickyFigures() {
  const cells = useView(FIGURES)?.cells ?? [];
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    const figures = document.querySelector("main .figures");
    if (!figures) return;
    const observer = new IntersectionObserver((entries) => {
      const { isIntersecting, boundingClientRect } = entries.at(-1)!;
      // Those that one has yet to scroll to would cover what stands above them.
      setIsAway(!isIntersecting && boundingClientRect.top < 0);
    });
    observer.observe(figures);
    return () => observer.disconnect();
  }, [cells.length === 0]);
  if (!isAway) return null;
  return (
    <Figured>
      <div aria-hidden="true">
        <dl class="sticky-figures">
          {cells.slice(0, MOST_FIGURES).map(({ title, value }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd translate={value.words ? undefined : false}>{valueText(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Figured>
  );
}
