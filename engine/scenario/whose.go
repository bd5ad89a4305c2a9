package scenario

// Whose says who has a say over an input or over whether there is a thing, so that
// what befalls and what is done can be told apart.
type Whose string

// Whose an input is.
const (
	// World is what nobody in the scenario decides: markets, prices, physics, interest
	// rates, law, what others do, and what stood at the start.
	World Whose = "world"
	// Decision is what someone in the scenario decides or agrees: the operator or a tenant.
	Decision Whose = "decision"
)

// WhoseIs says whose a difference is: that of its input, or of the kind of thing that
// comes or goes; which months and which rows are looked at is a decision.
func (s *Schema) WhoseIs(d *Difference) Whose {
	if d.Input != nil {
		return d.Input.Whose
	}
	if scope := s.FindScope(d.Scope); scope != nil {
		return scope.Whose
	}
	return Decision
}
