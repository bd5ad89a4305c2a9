package scenario

// Has reports whether the scenario has a thing of a scope.
func (d *Document) Has(scope string) bool {
	for i := range d.Instances {
		if d.Instances[i].Scope == scope {
			return true
		}
	}
	return false
}

// Without returns the scenario without the things of a scope, and without what
// belongs to them. What is given of the others is shared with it: it is to be read.
func (d *Document) Without(scope string) *Document {
	without := d.shared()
	for i := len(without.Instances) - 1; i >= 0; i-- {
		if i < len(without.Instances) && without.Instances[i].Scope == scope {
			without.remove(i)
		}
	}
	return without
}
