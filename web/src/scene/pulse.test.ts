import { expect, test } from "vitest";
import { createPulse } from "./pulse";

/** A window whose frames the test gives. */
function window() {
  const asked: FrameRequestCallback[] = [];
  return {
    asked,
    requestAnimationFrame: (callback: FrameRequestCallback) => asked.push(callback),
    frame() {
      for (const callback of asked.splice(0)) callback(0);
    },
  };
}

test("one who asks in every frame has none while there is nothing to draw, and one for each time that there is", () => {
  const frames = window();
  const pulse = createPulse(frames);
  let seen = 0;
  let toDraw = 2;
  const loop = () => {
    seen++;
    if (--toDraw <= 0) pulse.rest();
    frames.requestAnimationFrame(loop);
  };
  frames.requestAnimationFrame(loop);
  for (let at = 0; at < 5; at++) frames.frame();
  expect(seen).toBe(2);
  pulse.wake();
  pulse.wake(); // before the frame came: it is asked for once
  expect(frames.asked).toHaveLength(1);
  for (let at = 0; at < 5; at++) frames.frame();
  expect(seen).toBe(3);
});

test("what comes while the last frame is drawn has a frame of its own", () => {
  const frames = window();
  const pulse = createPulse(frames);
  let seen = 0;
  const loop = () => {
    seen++;
    pulse.rest();
    if (seen === 1) pulse.wake();
    frames.requestAnimationFrame(loop);
  };
  frames.requestAnimationFrame(loop);
  for (let at = 0; at < 5; at++) frames.frame();
  expect(seen).toBe(2);
});
