// Ebitengine asks for the next frame in each, also where nothing moves: 60 times a second the program would run, look for
// gamepads and have the browser put the page together anew, in every embed of a wiki page. Here it is given frames only while
// there is something to draw.

export interface Pulse {
  /** There is nothing to draw: the frame that is asked for next is not given. */
  rest(): void;
  /** There may be something to draw: what was asked for is given. */
  wake(): void;
}

/** Stands in the place of requestAnimationFrame in this window, for the one who asks for frames in it. */
export function createPulse(window: Pick<Window, "requestAnimationFrame">): Pulse {
  const request = window.requestAnimationFrame.bind(window);
  let resting = false;
  let waiting: FrameRequestCallback | undefined;
  window.requestAnimationFrame = (callback) => {
    if (!resting) return request(callback);
    waiting = callback;
    return 0;
  };
  return {
    rest() {
      resting = true;
    },
    wake() {
      resting = false;
      if (waiting) request(waiting);
      waiting = undefined;
    },
  };
}
