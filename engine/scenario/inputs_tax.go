package scenario

// Taxes of the operator.
var taxInputs = []Input{}
