// What happens when, in order.
import type { ShownView } from "../engine/client";
import { formatDate } from "../format";
import { usePicked, useSession } from "../page/context";
import { Swatch, ViewHead } from "./parts";

export function EventsView({ view }: { view: ShownView }) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months) ?? [];
  const month = usePicked((state) => state.view.month ?? 0);
  return (
    <>
      <ViewHead view={view} />
      <ol class="view-events">
        {(view.events ?? []).map(({ title, thing, role, place, when }, index) => {
          const at = months.indexOf(when.slice(0, 7));
          const date = <time dateTime={when}>{formatDate(when)}</time>;
          return (
            <li key={index} aria-current={at === month ? "date" : undefined}>
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
                {thing && <span class="quiet">, {thing}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
