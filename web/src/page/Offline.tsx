// Has the browser keep the page, so that it opens without a network. Nothing is said where the browser or the frame refuses it, and
// nothing is needed in the single file.
import { useEffect, useState } from "preact/hooks";
import { offlineScript } from "../assets";
import { whenLeftAlone } from "./whenidle";

export function Offline() {
  const [isKept, setIsKept] = useState(false);
  // The browser compiles all scripts that are kept, which takes two seconds of a processor.
  useEffect(() => whenLeftAlone(() => void keep().then(setIsKept)), []);
  return isKept ? <p class="offline">This page opens without a network too.</p> : null;
}

/** Whether the page is kept, once that is known. */
async function keep(): Promise<boolean> {
  const script = offlineScript();
  if (!script) return false;
  try {
    // In an opaque origin the mere mention throws.
    const { serviceWorker } = navigator;
    // The scope is the script's own folder, wherever that is served.
    const registration = await serviceWorker.register(script, { updateViaCache: "none" });
    return (await standing(registration)) === "activated";
  } catch {
    return false;
  }
}

/** How keeping it ended: "activated", or "redundant" where a file did not come. */
function standing({ active, waiting, installing }: ServiceWorkerRegistration): Promise<ServiceWorkerState> {
  // Of an older page that still works offline nothing is awaited.
  const worker = active ?? waiting ?? installing!;
  return new Promise((resolve) => {
    const look = () => (worker.state === "activated" || worker.state === "redundant") && resolve(worker.state);
    worker.addEventListener("statechange", look);
    look();
  });
}
