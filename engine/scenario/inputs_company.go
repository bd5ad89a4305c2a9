package scenario

// A company on its way to a listing.
var companyInputs = []Input{}
