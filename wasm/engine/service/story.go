package service

import (
	"fmt"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

// story tells the story of a scenario, a step at a time.
func (d *Desk) story(t *Task, r protocol.StoryRequest) {
	of, err := d.find(r.Of)
	if err != nil {
		t.step("telling the story", func() error { return err })
		return
	}
	base := of.session.Base()
	if len(base.Story.Steps) == 0 {
		t.step("telling the story", func() error { return fmt.Errorf("%s tells no story", base.Name) })
		return
	}
	told := protocol.Story{Title: base.Story.Title}
	for at := range base.Story.Steps {
		t.step(fmt.Sprintf("telling step %d", at+1), func() error {
			step, err := of.session.TellStep(at)
			if err != nil {
				return err
			}
			told.Steps = append(told.Steps, storyStep(step))
			if at == len(base.Story.Steps)-1 {
				t.answer = protocol.StoryAnswer{Story: &told}
			}
			return nil
		})
	}
}

func storyHead(base *scenario.Document) *protocol.StoryHead {
	if len(base.Story.Steps) == 0 {
		return nil
	}
	return &protocol.StoryHead{Title: base.Story.Title, Steps: len(base.Story.Steps)}
}

func storyStep(step *session.Told) protocol.StoryStep {
	answer := protocol.StoryStep{Title: step.Step.Title, Base: step.Step.Base, Changes: told(step.Step.Changes), View: step.Step.View}
	if step.Step.Month != nil {
		month := step.Step.Month.Since(step.Shown.Start)
		answer.Month = &month
	}
	for _, pieces := range step.Paragraphs {
		paragraph := make([]protocol.StoryBit, len(pieces))
		for i, piece := range pieces {
			paragraph[i] = protocol.StoryBit{Words: piece.Words, Emphasised: piece.Emphasised, Address: piece.Address}
			if piece.Sets != nil {
				paragraph[i].Sets = &protocol.Change{Path: piece.Sets.Path, Value: piece.Sets.JSON}
			}
			if piece.Value != nil {
				value := valueOf(*piece.Value)
				paragraph[i].Value = &value
			}
		}
		answer.Paragraphs = append(answer.Paragraphs, paragraph)
	}
	for _, source := range step.Step.Sources {
		answer.Sources = append(answer.Sources, sourceOf(source))
	}
	return answer
}
