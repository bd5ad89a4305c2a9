// What happens when, in order.
import type { ComponentChildren } from "preact";
import type { ShownView } from "../engine/client";
import { formatDate } from "../format";
import { usePicked, useSession } from "../page/context";
import { isFirstOf, Selectable, useIsSelected } from "../page/Selectable";
import { Swatch, ViewHead, WhyButton } from "./parts";
import { reasonOf } from "./values";

export function EventsView({ view }: { view: ShownView }) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months) ?? [];
  const month = usePicked((state) => state.view.month ?? 0);
  const events = view.events ?? [];
  return (
    <>
      <ViewHead view={view} />
      <ol class="view-events">
        {events.map((event, index) => {
          const { title, thing, name, role, place, when, value } = event;
          const at = months.indexOf(when.slice(0, 7));
          const date = <time dateTime={when}>{formatDate(when)}</time>;
          return (
            <Item key={index} name={name} isNow={at === month}>
              <span class="when" translate={false}>
                {at < 0 ? (
                  date
                ) : (
                  <button type="button" class="period" data-month={at} onClick={() => session.look({ month: at })}>
                    {date}
                  </button>
                )}
              </span>
              <span>
                <Swatch role={role} place={place} />
                {title}
                {thing && (
                  <span class="quiet">
                    ,{" "}
                    <Selectable name={name} isTabbed={isFirstOf(events, index)}>
                      {thing}
                    </Selectable>
                  </span>
                )}{" "}
                <WhyButton reason={reasonOf(value, months)} what={thing ? `${title}, ${thing}` : title} />
              </span>
            </Item>
          );
        })}
      </ol>
    </>
  );
}

function Item({ name, isNow, children }: { name: string | undefined; isNow: boolean; children: ComponentChildren }) {
  return (
    <li class={useIsSelected(name) ? "selected" : ""} aria-current={isNow ? "date" : undefined}>
      {children}
    </li>
  );
}
