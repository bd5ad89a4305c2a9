package protocol

// PlanRequest asks for the plan of the floor of a scenario with changes: who uses
// what stands there, as the scene draws it.
type PlanRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
}

// PlanAnswer is the plan as the scene takes it, whose head is engine/floor.Plan as
// JSON; its numbers go with it. The page hands both on as they are, with a colour
// for the role and place of each of the uses.
type PlanAnswer struct {
	Refusal
	Head string `json:"head,omitempty"`
}
