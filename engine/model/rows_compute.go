package model

import "rackonomics/engine/formula"

var computeRows = []formula.Row{}
