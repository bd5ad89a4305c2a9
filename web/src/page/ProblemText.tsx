// What is wrong, and below it the line of a file or a formula with a caret under the place, where the engine shows it.

export function ProblemText({ text }: { text: string }) {
  const [said, ...line] = text.split("\n");
  if (line.length === 0) return <>{said}</>;
  return (
    <>
      {said}
      <code class="line-shown" translate={false}>
        {line.join("\n")}
      </code>
    </>
  );
}
