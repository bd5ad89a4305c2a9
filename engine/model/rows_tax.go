package model

import "rackonomics/engine/formula"

var taxRows = []formula.Row{}
