// Every figure that a scenario can be asked about, to choose one of.
import { useEffect, useState } from "preact/hooks";
import type { NamedMeasure } from "../engine/messages";
import { Takes } from "../state/takes";
import { Asking } from "./Asking";
import { usePicked, useSession } from "./context";
import { Search } from "./Search";
import { told } from "./taking";

interface Props {
  onChoose(measure: NamedMeasure): void;
  onCancel(): void;
}

export function Measures({ onChoose, onCancel }: Props) {
  const session = useSession();
  const scenario = usePicked((state) => state.resultOf);
  const [measures, setMeasures] = useState<readonly NamedMeasure[]>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    if (!scenario) return;
    const asking = new AbortController();
    told(new Takes(session.pool).measures(scenario, asking.signal), asking.signal, setTrouble).then(
      (list) => list && setMeasures(list),
      (reason: Error) => !asking.signal.aborted && setTrouble(reason.message),
    );
    return () => asking.abort();
  }, [scenario]);
  if (trouble) return <p class="notice error">{trouble}</p>;
  if (!measures)
    return (
      <Asking
        doing="Looking for the figures"
        progress={undefined}
        stop={{ isStopped: false, stopped: "Cancelled.", again: "Look again", onStop: onCancel }}
      />
    );
  const choices = measures.map(({ name, title }) => ({ key: name, title }));
  const choose = (chosen: string) => onChoose(measures.find(({ name }) => name === chosen)!);
  return <Search label="Another figure" choices={choices} onChoose={choose} onCancel={onCancel} />;
}
