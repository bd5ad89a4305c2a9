// The sections of the page below its answer: views, and what is no view. Which there are is declared; what a scenario lacks is not there.
import type { ComponentChildren } from "preact";
import { catalog, type Section } from "../catalog";
import type { Session } from "../state/session";
import type { State } from "../state/state";
import { hasViews, SectionViews } from "../views/SectionViews";
import { Comparison } from "./Comparison";
import { usePicked } from "./context";
import { HowSure } from "./HowSure";
import { LaterOnceIdle } from "./Later";

/** Sections that stand at the top of the page, in a shape of their own. */
const ABOVE = ["answer", "floor"] as const;
const isAbove = ({ name }: Section) => ABOVE.some((above) => above === name);

/** What a section has besides its views. */
const PARTS: { [section: string]: () => ComponentChildren } = {
  comparison: () => <Comparison />,
  uncertainty: () => <HowSure />,
  reference: () => <LaterOnceIdle name="Reference" />,
};

export function Sections() {
  return (
    <>
      {catalog.sections
        .filter((section) => !isAbove(section))
        .map((section) => (
          <OfSection key={section.name} section={section} />
        ))}
    </>
  );
}

/** What a section at the top has besides what stands there in a shape of its own. */
export function MoreOf({ name }: { name: (typeof ABOVE)[number] }) {
  return <SectionViews section={catalog.sections.find((section) => section.name === name)!} />;
}

function OfSection({ section }: { section: Section }) {
  const isThere = usePicked((state) => state.result !== undefined && (hasViews(state, section) || section.name in PARTS));
  if (!isThere && !(section.name in PARTS)) return null;
  return (
    <section class="section" id={sectionId(section.name)} aria-labelledby={titleId(section.name)} hidden={!isThere}>
      <h2 class="section-title" id={titleId(section.name)}>
        {section.title}
      </h2>
      <SectionViews section={section} />
      {PARTS[section.name]?.()}
    </section>
  );
}

export function sectionId(name: string): string {
  return `section-${name}`;
}

/** Of the heading of a section below the top. */
export function titleId(name: string): string {
  return `${sectionId(name)}-title`;
}

/** Shows a part of the page and has the keys go on from there. */
export function lead(target: HTMLElement | null | undefined): void {
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

export function leadToSection(session: Session, name: string): void {
  session.look({ section: name });
  lead(document.getElementById(titleId(name)) ?? document.getElementById(sectionId(name)));
}

/** The sections that the open scenario has, with what stands at the top. */
export function sectionsOf(state: State): readonly Section[] {
  return catalog.sections.filter((section) => isAbove(section) || section.name in PARTS || hasViews(state, section));
}

export function useSections(): readonly Section[] {
  const names = usePicked((state) =>
    sectionsOf(state)
      .map(({ name }) => name)
      .join(),
  );
  return catalog.sections.filter(({ name }) => names.split(",").includes(name));
}
