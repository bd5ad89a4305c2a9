// Which colours the page has. Where the system forces its own there is nothing to choose.
import { useSelected } from "../state/store";
import "../styles/colours.css";
import { CHOICES, type Choice, choose, theme } from "./theme";

export function Colours() {
  const shade = useSelected(theme, (state) => state.theme);
  const choice = useSelected(theme, (state) => state.choice);
  const forced = useSelected(theme, (state) => state.forced);
  if (forced) return null;
  return (
    <span class="colours">
      <span aria-hidden="true">{shade === "dark" ? "☾" : "☀"}</span>
      <select aria-label="Colours" title="Colours" value={choice} onChange={(event) => choose(event.currentTarget.value as Choice)}>
        {CHOICES.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[0]!.toUpperCase() + title.slice(1)}
          </option>
        ))}
      </select>
    </span>
  );
}
