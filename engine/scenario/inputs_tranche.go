package scenario

// A loan or bond.
var trancheInputs = []Input{}
