// A scenario document, or a workbook made of one, from the reader's disk: chosen with a button, or dropped anywhere on the page.
import { useEffect, useRef, useState } from "preact/hooks";
import { commandProps } from "./commands";
import { useSession } from "./context";

export function OpenFile() {
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const dragged = useDroppedFiles((files) => void session.openFile(files));
  return (
    <>
      <button type="button" {...commandProps("open")} onClick={() => field.current?.click()}>
        Open a file
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json,.xlsx"
        aria-label="Scenario file"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // So that the same file, mended, can be chosen again.
          event.currentTarget.value = "";
          if (files.length > 0) void session.openFile(files);
        }}
      />
      {dragged && (
        <div class="drop">
          <p>Drop the scenario file or workbook to open it</p>
        </div>
      )}
    </>
  );
}

/** Whether files are being dragged over the page. The browser would otherwise leave the page for a file that is dropped. */
function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [dragged, setDragged] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setDragged(true);
    };
    const leave = (event: DragEvent) => !event.relatedTarget && setDragged(false);
    const drop = (event: DragEvent) => {
      setDragged(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return dragged;
}
