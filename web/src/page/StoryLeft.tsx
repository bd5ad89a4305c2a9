// What is told once a story is left, beside what it left open.
import "../styles/story.css";
import type { Parting } from "./StoryPlace";

export function StoryLeft({ parting: { text, lines }, onClose }: { parting: Parting; onClose(): void }) {
  return (
    <div class="story-left" role="status">
      <p>{text}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <button type="button" class="icon" aria-label="Dismiss" onClick={onClose}>
        ×
      </button>
    </div>
  );
}
