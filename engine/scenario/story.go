package scenario

import (
	"bytes"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
)

// Bounds of a story. A step's text is at most as long as any other text.
const (
	mostStorySteps   = 20
	mostStoryChanges = 60 // of a step
)

// storyMember names the story in documents and in the paths of its mistakes.
const storyMember = "story"

// Story is a scenario told in steps, one after the other.
type Story struct {
	Title string
	Steps []StoryStep
}

// StoryStep is a paragraph or some, and what is shown beside them. It says all that
// it shows: nothing of the step before is left.
type StoryStep struct {
	Title   string
	Base    string          // the shipped scenario that is shown; the story's own where empty
	Text    string          // as [ParseProse] reads it
	Changes []Change        // of the base, in their order
	View    string          // that is looked at; may be empty
	Month   *calendar.Month // that is looked at; nil where one begins to look
	Sources []Source        // of what is claimed; they state no value
}

// StepPath is where a step of the story stands in a document.
func StepPath(step int) string { return storyMember + ".steps." + strconv.Itoa(step) }

// Shown is the scenario that the step shows, of its base. The error is a [Problems]
// with paths below the one at which the step stands.
func (s *StoryStep) Shown(base *Document, at string) (*Document, error) {
	shown, err := base.Apply(s.Changes)
	if problems, ok := err.(Problems); ok {
		for _, problem := range problems {
			problem.Path = join(join(at, "changes"), problem.Path)
		}
	}
	return shown, err
}

func (d *decoder) story(t *tree) {
	if t == nil || !d.expect(storyMember, t, objectTree) {
		return
	}
	d.refuseOthers(storyMember, t, []string{titleField, "steps"})
	story := &d.document.Story
	story.Title = d.text(join(storyMember, titleField), t.get(titleField))
	steps := t.get("steps")
	if steps == nil {
		d.fail(join(storyMember, "steps"), "this is missing: a story has 1 to %d steps", mostStorySteps)
		return
	}
	for path, item := range d.objects(join(storyMember, "steps"), steps, mostStorySteps, "steps are told") {
		story.Steps = append(story.Steps, d.storyStep(path, item))
	}
	if steps.kind == listTree && len(steps.items) == 0 {
		d.fail(join(storyMember, "steps"), "a story has 1 to %d steps", mostStorySteps)
	}
}

func (d *decoder) storyStep(path string, t *tree) StoryStep {
	d.refuseOthers(path, t, []string{titleField, "base", "text", "changes", "view", "month", "sources"})
	step := StoryStep{Title: d.text(join(path, titleField), t.get(titleField)), Text: d.text(join(path, "text"), t.get("text")), View: d.text(join(path, "view"), t.get("view"))}
	if base := t.get("base"); base != nil {
		step.Base = d.name(join(path, "base"), base)
	}
	if _, err := ParseProse(step.Text); err != nil {
		d.fail(join(path, "text"), "%v", err)
	}
	if changes := t.get("changes"); changes != nil {
		step.Changes = d.storyChanges(join(path, "changes"), changes)
	}
	if month := t.get("month"); month != nil {
		read := d.month(join(path, "month"), month)
		step.Month = &read
	}
	if sources := t.get("sources"); sources != nil {
		step.Sources = d.sources(nil, join(path, "sources"), sources)
	}
	return step
}

func (d *decoder) storyChanges(path string, t *tree) (changes []Change) {
	if !d.expect(path, t, objectTree) {
		return nil
	}
	if len(t.members) > mostStoryChanges {
		d.fail(path, "%d changes are made; at most %d are allowed", len(t.members), mostStoryChanges)
		return nil
	}
	for _, m := range t.members {
		if m.key == "" || strings.ContainsAny(m.key, "= \n") {
			d.fail(join(path, shorten(m.key)), "%q is no path; a path is such as %s", shorten(m.key), startPath)
			continue
		}
		changes = append(changes, Change{m.key, m.value.json()})
	}
	return changes
}

// tellsAs reports whether both tell the same.
func (s *Story) tellsAs(other *Story) bool {
	one, two := s.tree(), other.tree()
	return one != nil && two != nil && bytes.Equal(one.json(), two.json())
}

// tree is the story as in documents, or nil where there is none.
func (s *Story) tree() *tree {
	if len(s.Steps) == 0 {
		return nil
	}
	t := object()
	addText(t, titleField, s.Title)
	steps := list()
	for i := range s.Steps {
		steps.items = append(steps.items, s.Steps[i].tree())
	}
	t.members = append(t.members, member{"steps", steps})
	return t
}

func (s *StoryStep) tree() *tree {
	t := object()
	addText(t, titleField, s.Title)
	addText(t, "base", s.Base)
	t.members = append(t.members, member{"text", text(s.Text)})
	if len(s.Changes) > 0 {
		changes := object()
		for _, change := range s.Changes {
			value, _ := parseTree(change.JSON) // it was written by a tree
			changes.members = append(changes.members, member{change.Path, value})
		}
		t.members = append(t.members, member{"changes", changes})
	}
	addText(t, "view", s.View)
	if s.Month != nil {
		t.members = append(t.members, member{"month", text(s.Month.String())})
	}
	addProvenance(t, "", s.Sources, (*Source).tree)
	return t
}

// storySchema is what a JSON Schema says of the story.
func storySchema() *tree {
	changes := object(member{"type", text("object")}, member{"maxProperties", number(mostStoryChanges)},
		describe("Value by path, as in links: an input, a thing as a whole, scenario.months. Of the base, whatever the step before showed."))
	step := object(
		member{titleField, reference("text")},
		member{"base", object(member{"$ref", text("#/$defs/name")}, describe("The shipped scenario that is shown; this one without it."))},
		member{"text", object(member{"$ref", text("#/$defs/text")}, member{"minLength", number(1)},
			describe("Paragraphs, parted by an empty line: *emphasis*, [words](https://address), [words](set:path=value), and places such as {measure:name@thing} and {row:scope.name@thing:2026-06} for figures."))},
		member{"changes", changes},
		member{"view", object(member{"$ref", text("#/$defs/text")}, describe("The view that is looked at."))},
		member{"month", object(member{"$ref", text("#/$defs/month")}, describe("The month that is looked at."))},
		member{"sources", listOf(object(closed(sourceMembers(), "label", "confidence")...), mostSources, "Where it was reported.")},
	)
	steps := listOf(object(closed(step, "text")...), mostStorySteps, "Each says all that it shows.")
	steps.members = append(steps.members, member{"minItems", number(1)})
	story := object(member{titleField, reference("text")}, member{"steps", steps})
	return object(append([]member{describe("The scenario told in steps.")}, closed(story, "steps")...)...)
}
