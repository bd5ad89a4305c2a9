package scenario

// What the operator is worth.
var valueInputs = []Input{}
